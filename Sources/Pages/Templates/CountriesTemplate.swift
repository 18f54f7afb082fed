/// Where every jurisdiction stands; on a narrow screen each row becomes a card, whose roles keep it a table.
enum CountriesTemplate {
    static let text = """
        <section id="countries" aria-labelledby="countries-heading">
        <h2 id="countries-heading">{{countriesHeading}}</h2>
        <table class="cards countries" role="table" aria-labelledby="countries-heading">
        <caption class="hidden">{{countriesHeading}}</caption>
        <thead role="rowgroup">
        <tr role="row">
        <th role="columnheader" scope="col">{{columns.jurisdiction}}</th>
        <th role="columnheader" scope="col">{{columns.authority}}</th>
        <th role="columnheader" scope="col">{{columns.route}}</th>
        <th role="columnheader" scope="col">{{columns.state}}</th>
        <th role="columnheader" scope="col">{{columns.since}}</th>
        <th role="columnheader" scope="col">{{columns.clock}}</th>
        <th role="columnheader" scope="col">{{columns.due}}</th>
        <th role="columnheader" scope="col">{{columns.turn}}</th>
        </tr>
        </thead>
        <tbody role="rowgroup">
        {{#rows}}
        <tr role="row"{{#rowIsReplaced}} class="replaced"{{/rowIsReplaced}}>
        <th role="rowheader" scope="row"><span class="country">{{rowName}}</span>\
        <span class="code">{{rowCase}}</span></th>
        <td role="cell" data-label="{{columns.authority}}"><span>{{#rowBodies}}\
        {{#bodyFollows}}<span class="arrow"> → </span>{{/bodyFollows}}<abbr title="{{bodyName}}">{{bodyID}}</abbr>\
        {{/rowBodies}}</span></td>
        <td role="cell" data-label="{{columns.route}}"><span>{{rowRoute}}\
        {{#rowProposal}} <abbr class="proposal" title="{{rowProposal}}">案</abbr>{{/rowProposal}}\
        {{#rowParticipation}}<span class="sub">{{rowParticipation}}</span>{{/rowParticipation}}</span></td>
        <td role="cell" data-label="{{columns.state}}"><span>{{#rowStates}}<span class="pill {{stateTone}}">{{stateText}}</span>{{/rowStates}}\
        {{#rowNotes}}<span class="note {{noteTone}}">{{noteText}}</span>{{/rowNotes}}</span></td>
        <td role="cell" class="date" data-label="{{columns.since}}"><span>{{rowSince}}</span></td>
        <td role="cell" data-label="{{columns.clock}}"><span>{{rowClock}}\
        {{#rowBar}}<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">\
        <rect class="ground" width="100" height="6"/><rect class="{{barTone}}" width="{{barWidth}}" height="6"/></svg>\
        {{/rowBar}}{{#rowClockNotes}}<span class="sub">{{.}}</span>{{/rowClockNotes}}</span></td>
        <td role="cell" class="date" data-label="{{columns.due}}"><span>{{#rowDue}}{{^first()}}<wbr>{{/first()}}<span class="nobreak">{{.}}</span>{{/rowDue}}\
        {{#rowDueMark}}<span class="hidden"> ({{rowDueMark}})</span>{{/rowDueMark}}\
        {{#rowOverdue}}<span class="pill bad">{{rowOverdue}}</span>{{/rowOverdue}}</span></td>
        <td role="cell" data-label="{{columns.turn}}"><span class="turn {{rowTurnTone}}"\
        {{#rowTurnName}} title="{{rowTurnName}}"{{/rowTurnName}}>{{rowTurn}}</span></td>
        </tr>
        {{/rows}}
        </tbody>
        </table>
        <ul class="notes">
        {{#notes}}
        <li>{{.}}</li>
        {{/notes}}
        </ul>
        </section>

        """
}
