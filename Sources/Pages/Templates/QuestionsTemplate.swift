/// The questions of the authorities, open ones first.
enum QuestionsTemplate {
    static let text = """
        <section id="questions" aria-labelledby="questions-heading">
        <h2 id="questions-heading">{{questionsHeading}}</h2>
        {{^openQuestions}}
        <p class="empty">{{questionsEmpty}}</p>
        {{/openQuestions}}
        <ul class="stack">
        {{#openQuestions}}
        {{> questionList}}
        {{/openQuestions}}
        </ul>
        {{#closedText}}
        <details>
        <summary>{{closedText}}</summary>
        <ul class="stack">
        {{#closedQuestions}}
        {{> questionList}}
        {{/closedQuestions}}
        </ul>
        </details>
        {{/closedText}}
        </section>

        """
}

/// One question.
enum QuestionListTemplate {
    static let text = """
        <li class="item">
        <p class="item-head"><strong>{{questionID}}</strong> <span class="pill {{questionTone}}">{{questionStanding}}\
        </span> <span>{{questionScope}}</span>{{#questionHeading}} <span class="code">{{questionHeading}}</span>\
        {{/questionHeading}}{{#questionDue}} <span class="date">{{columns.due}}: {{questionDue}}</span>\
        {{/questionDue}}</p>
        <p>{{questionText}}</p>
        {{#questionAnswer}}
        <p class="answer"><strong>{{columns.answer}}:</strong> {{questionAnswer}}</p>
        {{/questionAnswer}}
        </li>

        """
}
