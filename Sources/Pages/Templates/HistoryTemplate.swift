/// Every event in the order in which it was recorded.
enum HistoryTemplate {
    static let text = """
        <section id="history" aria-labelledby="history-heading">
        <h2 id="history-heading">{{historyHeading}}</h2>
        <details>
        <summary>{{historySummary}}</summary>
        <div class="wide" role="group" aria-labelledby="history-heading" tabindex="0">
        <table class="ledger">
        <caption class="hidden">{{historyHeading}}</caption>
        <thead>
        <tr>
        <th scope="col">{{columns.no}}</th>
        <th scope="col">{{columns.date}}</th>
        <th scope="col">{{columns.case}}</th>
        <th scope="col">{{columns.happening}}</th>
        <th scope="col">{{columns.afterwards}}</th>
        <th scope="col">{{columns.by}}</th>
        <th scope="col">{{columns.recorded}}</th>
        </tr>
        </thead>
        <tbody>
        {{#entries}}
        <tr>
        <th scope="row">{{entryNumber}}</th>
        <td class="date">{{entryDate}}</td>
        <td>{{entryCase}}</td>
        <td>{{entryText}}{{#entryDetails}}<span class="sub">{{.}}</span>{{/entryDetails}}</td>
        <td>{{entryStates}}</td>
        <td>{{entryBy}}</td>
        <td class="date">{{entryRecorded}}</td>
        </tr>
        {{/entries}}
        </tbody>
        </table>
        </div>
        </details>
        </section>

        """
}
