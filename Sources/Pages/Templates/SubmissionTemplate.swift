/// The page of one submission.
enum SubmissionTemplate {
    static let text = """
        {{> head}}
        <main id="content" class="inner" tabindex="-1">
        <div class="heading">
        <div>
        <h1>{{name}}</h1>
        <p class="product"><span>{{productText}}</span> <span>{{versionText}}</span></p>
        </div>
        <p class="asof"><strong>{{asOfText}}</strong><br><time datetime="{{asOfISO}}">{{asOfUTC}}</time></p>
        </div>
        <nav class="sections" aria-label="{{overviewHeading}}">
        <a href="#countries">{{countriesHeading}}</a>
        {{#upcoming}}
        <a href="#upcoming">{{upcomingHeading}}</a>
        {{/upcoming}}
        <a href="#timeline">{{timelineHeading}}</a>
        <a href="#questions">{{questionsHeading}}</a>
        <a href="#approvals">{{approvalsHeading}}</a>
        <a href="#history">{{historyHeading}}</a>
        </nav>
        <section aria-label="{{overviewHeading}}">
        <dl class="tiles">
        {{#tiles}}
        <div class="tile {{tileTone}}"><dt>{{tileLabel}}</dt><dd><span class="nobreak">{{tileValue}}</span>\
        {{#tileNote}}<small>{{tileNote}}</small>{{/tileNote}}</dd></div>
        {{/tiles}}
        </dl>
        </section>
        {{> countries}}
        {{#upcoming}}
        {{> upcoming}}
        {{/upcoming}}
        <section id="timeline" aria-labelledby="timeline-heading">
        <h2 id="timeline-heading">{{timelineHeading}}</h2>
        <div class="picture" role="group" aria-labelledby="timeline-heading" tabindex="0">
        {{{svg}}}
        </div>
        {{> course}}
        </section>
        {{> questions}}
        {{> approvals}}
        {{> history}}
        </main>
        {{> foot}}

        """
}
