import Engine
import Views

extension Report {
    /// Sheets of A4 with the submission's name, and the simulated clock where there is one, at the head of each.
    var style: HTML {
        let simulated = evidence.status.isSimulated ? " – " + labels["report.simulated"] : ""
        return """
            <style>
            @page {
                size: A4;
                margin: 20mm 14mm 18mm;
                @top-left { content: "\(Self.cssText(name + simulated))"; font: 8pt sans-serif; }
                @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; }
            }
            \(Self.rules)</style>

            """
    }

    /// The text as the content of a quoted string in a style sheet: whatever is no letter or digit as an escape.
    static func cssText(_ text: String) -> HTML {
        var result = ""
        for scalar in text.unicodeScalars {
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            result += isPlain ? String(scalar) : "\\" + String(scalar.value, radix: 16) + " "
        }
        return HTML(text: result)
    }

    private static let rules: HTML = """
        html { font: 10pt/1.5 "Noto Sans", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic", sans-serif; color: #111; }
        body { margin: 0 auto; max-width: 60rem; padding: 1rem; background: #fff; }
        h1 { font-size: 1.7rem; margin: 0; }
        h2 { font-size: 1.25rem; border-bottom: 1px solid #777; margin: 2rem 0 .6rem; }
        h3 { font-size: 1.05rem; margin: 1.2rem 0 .3rem; }
        h1, h2, h3, thead { break-after: avoid; }
        .subtitle { font-size: 1.1rem; margin: .2rem 0 0; }
        .banner { border: 2px solid #8a4b00; background: #fff4e0; font-weight: bold; padding: .5rem .8rem; }
        .mark { font-weight: bold; color: #7a3500; }
        .name { white-space: nowrap; }
        .text { white-space: pre-line; unicode-bidi: isolate; overflow-wrap: anywhere; }
        .notes { padding-left: 1.2rem; }
        small { color: #444; font-size: .85em; }
        code, pre { font-family: "Noto Sans Mono", monospace; font-size: .8em; overflow-wrap: anywhere; }
        pre { border: 1px solid #bbb; padding: .5rem; white-space: pre-wrap; }
        a { color: #00458b; }
        dl { display: grid; grid-template-columns: 11rem 1fr; gap: .15rem .8rem; margin: .3rem 0; }
        dt { color: #444; }
        dd { margin: 0; overflow-wrap: anywhere; }
        table { border-collapse: collapse; width: 100%; margin: .5rem 0; }
        th, td { border: 1px solid #aaa; padding: .3rem .4rem; text-align: left; vertical-align: top; }
        td { overflow-wrap: break-word; }
        th { background: #eee; }
        thead { display: table-header-group; }
        tr, .decision, .approval, .banner { break-inside: avoid; }
        .wide-text td:nth-child(n + 3) { width: 32%; }
        .history td:nth-child(1) { width: 4.5rem; }
        .history td:nth-child(2) { width: 11rem; }
        .history td:nth-child(4) { width: 10rem; }
        @media print {
            html { font-size: 8.5pt; }
            body { max-width: none; padding: 0 1px; }
            a { color: inherit; text-decoration: none; }
            #history, #documents { break-before: page; }
        }

        """
}
