import Engine
package import Regulation
package import Submissions
package import Views

/// The list of submissions, each with how many jurisdictions stand where.
package struct IndexPage: Sendable {
    let labels: Labels
    let links: PageLinks

    package init(labels: Labels, links: PageLinks? = nil) {
        self.labels = labels
        self.links = links ?? .served(labels.language)
    }

    /// The document.
    ///
    /// - Parameters:
    ///   - reports: One for each submission of the page, in order.
    ///   - asOf: What the workspace's clock says.
    ///   - zone: The workspace's zone.
    ///   - isSimulated: Whether that clock is simulated.
    ///   - desk: What waits for who looks; nil where nobody knows who that is.
    ///   - next: Where the next page is, if there is one.
    ///   - productNames: What the products of the submissions are called, where that is known.
    /// - Returns: The whole page.
    package func render(
        reports: [StatusReport],
        asOf: Instant,
        zone: Zone = .utc,
        isSimulated: Bool,
        desk: Desk? = nil,
        next: String? = nil,
        productNames: [SubmissionName: String] = [:]
    ) -> String {
        let frame = PageFrame(
            labels: labels,
            title: labels.text("page.title", labels["page.home"]),
            links: links,
            isSimulated: isSimulated,
            asOf: asOf,
            zone: zone
        )
        let model = IndexModel(
            words: Words(labels),
            frame: frame,
            isDesk: desk != nil,
            desk: desk?.items.map { DeskRow($0, labels) } ?? [],
            moreText: desk?.hasMore == true ? labels["page.desk.more"] : nil,
            countNames: IndexItem.countKeys.map { labels[$0] },
            submissions: reports.map { IndexItem($0, labels, productNames[$0.submission]) },
            nextHref: next
        )
        return TemplateLibrary.render(model, with: "index")
    }
}

struct IndexModel: TemplateModel {
    let words: Words
    let frame: PageFrame
    let isDesk: Bool
    let desk: [DeskRow]
    let moreText: String?
    let countNames: [String]
    let submissions: [IndexItem]
    let nextHref: String?
}

/// One submission of the list.
struct IndexItem: TemplateModel {
    struct Count: TemplateModel {
        let countName: String
        let countValue: Int
        let countTone: String
    }

    static let countKeys = ["jurisdictions", "approved", "underWay", "overdue", "openQuestions"].map {
        "page.counts.\($0)"
    }

    let itemHref: String
    let itemName: String
    let itemProduct: String
    let itemVersion: String
    let itemCounts: [Count]
    let itemDue: String

    init(_ report: StatusReport, _ labels: Labels, _ productName: String?) {
        let counts = ReportCounts(report)
        itemHref = "/submissions/\(report.submission.rawValue.percentEncoded)?lang=\(labels.language)"
        itemName = report.submission.rawValue
        itemProduct = productName ?? report.product.rawValue
        itemVersion = labels.text("page.version", report.productVersion)
        let values = [counts.jurisdictions, counts.approved, counts.underWay, counts.overdue, counts.openQuestions]
        itemCounts = zip(Self.countKeys, values).map { key, value in
            let isAlarm = key == "page.counts.overdue" && value > 0
            return Count(countName: labels[key], countValue: value, countTone: isAlarm ? "alarm" : "")
        }
        itemDue =
            counts.next.flatMap { duty in
                duty.date.map { date in
                    let star = duty.isDoubtful ? "*" : ""
                    let overdue = duty.isOverdue ? " · " + labels["page.overdue"] : ""
                    return "\(labels.words(for: date))\(star) (\(report.place(of: duty, labels)))\(overdue)"
                }
            } ?? "–"
    }
}

extension String {
    /// The text as one segment of a path: everything but RFC 3986's unreserved characters as `%` and two digits.
    package var percentEncoded: String {
        utf8.reduce(into: "") { result, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                result += byte < 16 ? "%0\(digits)" : "%\(digits)"
            }
        }
    }
}
