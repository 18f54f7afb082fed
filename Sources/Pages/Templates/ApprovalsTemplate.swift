/// The approvals with their conditions and what has happened to those on which they rest.
enum ApprovalsTemplate {
    static let text = """
        <section id="approvals" aria-labelledby="approvals-heading">
        <h2 id="approvals-heading">{{approvalsHeading}}</h2>
        {{^approvals}}
        <p class="empty">{{approvalsEmpty}}</p>
        {{/approvals}}
        <ul class="grid">
        {{#approvals}}
        <li class="item">
        <h3>{{approvalName}} <span class="pill {{approvalTone}}">{{approvalStanding}}</span></h3>
        <dl class="facts">
        {{#approvalFacts}}
        <div><dt>{{factName}}</dt><dd>{{factText}}</dd></div>
        {{/approvalFacts}}
        </dl>
        {{#approvalConditionsHeading}}
        <h4>{{approvalConditionsHeading}}</h4>
        <ol>
        {{#approvalConditions}}
        <li>{{conditionText}}{{#conditionDue}} <span class="date">({{columns.due}}: {{conditionDue}})</span>\
        {{/conditionDue}}</li>
        {{/approvalConditions}}
        </ol>
        {{/approvalConditionsHeading}}
        {{#approvalNotes}}
        <p class="note {{noteTone}}">{{noteText}}</p>
        {{/approvalNotes}}
        </li>
        {{/approvals}}
        </ul>
        </section>

        """
}
