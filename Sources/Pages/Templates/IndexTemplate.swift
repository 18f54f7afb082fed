/// The list of submissions.
enum IndexTemplate {
    static let text = """
        {{> head}}
        <main id="content" class="inner" tabindex="-1">
        <div class="heading">
        <h1 id="list-heading">{{homeText}}</h1>
        </div>
        {{^submissions}}
        <p class="empty">{{emptyText}}</p>
        {{/submissions}}
        {{#hasSubmissions}}
        <table class="cards" role="table" aria-labelledby="list-heading">
        <caption class="hidden">{{homeText}}</caption>
        <thead role="rowgroup">
        <tr role="row">
        <th role="columnheader" scope="col">{{columns.submission}}</th>
        <th role="columnheader" scope="col">{{columns.product}}</th>
        {{#countNames}}
        <th role="columnheader" scope="col" class="number">{{.}}</th>
        {{/countNames}}
        <th role="columnheader" scope="col">{{columns.nextDue}}</th>
        </tr>
        </thead>
        <tbody role="rowgroup">
        {{#submissions}}
        <tr role="row">
        <th role="rowheader" scope="row"><a class="country" href="{{itemHref}}">{{itemName}}</a></th>
        <td role="cell" data-label="{{columns.product}}"><span>{{itemProduct}}\
        <span class="sub">{{itemVersion}}</span></span></td>
        {{#itemCounts}}
        <td role="cell" class="number" data-label="{{countName}}"><span class="{{countTone}}">{{countValue}}</span></td>
        {{/itemCounts}}
        <td role="cell" class="date" data-label="{{columns.nextDue}}"><span>{{itemDue}}</span></td>
        </tr>
        {{/submissions}}
        </tbody>
        </table>
        {{/hasSubmissions}}
        {{#nextHref}}
        <p class="pages"><a href="{{nextHref}}" rel="next">{{nextText}}</a></p>
        {{/nextHref}}
        </main>
        {{> foot}}

        """
}
