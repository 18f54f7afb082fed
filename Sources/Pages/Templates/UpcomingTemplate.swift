/// What falls due next as a table, and below it what is owed at all.
enum UpcomingTemplate {
    static let text = """
        <section id="upcoming" aria-labelledby="upcoming-heading">
        <h2 id="upcoming-heading">{{upcomingHeading}}</h2>
        {{^hasUpcoming}}
        <p class="empty">{{upcomingEmpty}}</p>
        {{/hasUpcoming}}
        {{#hasUpcoming}}
        <table class="cards" role="table" aria-labelledby="upcoming-heading">
        <caption class="hidden">{{upcomingHeading}}</caption>
        <thead role="rowgroup">
        <tr role="row">
        <th role="columnheader" scope="col">{{upcomingColumns.dueBy}}</th>
        <th role="columnheader" scope="col">{{upcomingColumns.what}}</th>
        <th role="columnheader" scope="col">{{upcomingColumns.case}}</th>
        <th role="columnheader" scope="col">{{upcomingColumns.turn}}</th>
        </tr>
        </thead>
        <tbody role="rowgroup">
        {{#upcomingRows}}
        <tr role="row">
        <th role="rowheader" scope="row" class="date"><span>{{dueDate}}</span>\
        {{#dueOverdue}} <span class="pill bad">{{dueOverdue}}</span>{{/dueOverdue}}</th>
        <td role="cell" data-label="{{upcomingColumns.what}}"><span>{{dueText}}\
        {{#dueRemarks}} <span class="pill plain">{{.}}</span>{{/dueRemarks}}</span></td>
        <td role="cell" data-label="{{upcomingColumns.case}}"><span>{{dueCase}}</span></td>
        <td role="cell" data-label="{{upcomingColumns.turn}}"><span class="turn {{dueTurnTone}}">{{dueTurn}}</span></td>
        </tr>
        {{/upcomingRows}}
        </tbody>
        </table>
        <ul class="notes">
        {{#upcomingNotes}}
        <li>{{.}}</li>
        {{/upcomingNotes}}
        </ul>
        {{/hasUpcoming}}
        {{#owedHeading}}
        <h3 id="obligations-heading">{{owedHeading}}</h3>
        <ul class="stack" aria-labelledby="obligations-heading">
        {{#owed}}
        <li class="item">{{owedText}} <span class="code">{{owedCase}}</span>\
        {{#owedDate}} <span class="date">{{owedDate}}</span>{{/owedDate}}\
        {{#owedOverdue}} <span class="pill bad">{{owedOverdue}}</span>{{/owedOverdue}}</li>
        {{/owed}}
        </ul>
        {{/owedHeading}}
        </section>

        """
}
