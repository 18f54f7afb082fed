/// The beginning of every page, through the banner of a simulated clock.
enum HeadTemplate {
    static let text = """
        <!DOCTYPE html>
        <html lang="{{lang}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <title>{{title}}</title>
        <style>{{{css}}}</style>
        </head>
        <body>
        <a class="skip" href="#content">{{skipText}}</a>
        <header>
        <div class="top">
        <div class="inner">
        <a class="mark" href="{{homeHref}}"><svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">\
        <path d="M4 3h6l10 18h-6z"/><path d="M20 3h-6l-2.6 4.7 3 5.4zM4 21h6l2.6-4.7-3-5.4z"/></svg>Tasuki</a>
        <a class="crumb" href="{{homeHref}}">{{homeText}}</a>
        <a class="language" href="{{otherHref}}" hreflang="{{otherLang}}" lang="{{otherLang}}">{{otherText}}</a>
        </div>
        </div>
        {{#simulatedText}}
        <p class="banner"><span class="inner"><strong>{{simulatedText}}</strong></span></p>
        {{/simulatedText}}
        </header>

        """
}
