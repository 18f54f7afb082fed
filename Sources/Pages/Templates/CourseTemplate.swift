/// What the timeline shows, as a table.
enum CourseTemplate {
    static let text = """
        <details>
        <summary>{{courseHeading}}</summary>
        <div class="wide" role="group" aria-label="{{courseHeading}}" tabindex="0">
        <table class="ledger">
        <caption class="hidden">{{courseHeading}}</caption>
        <thead>
        <tr>
        <th scope="col">{{columns.case}}</th>
        <th scope="col">{{columns.since}}</th>
        <th scope="col">{{columns.until}}</th>
        <th scope="col">{{columns.held}}</th>
        <th scope="col">{{columns.happening}}</th>
        </tr>
        </thead>
        <tbody>
        {{#course}}
        <tr>
        <th scope="row">{{courseCase}}</th>
        <td class="date">{{courseFrom}}</td>
        <td class="date">{{courseTo}}</td>
        <td>{{courseHolder}}</td>
        <td>{{courseText}}</td>
        </tr>
        {{/course}}
        </tbody>
        </table>
        </div>
        </details>

        """
}
