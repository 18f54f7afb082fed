import Accounts
import Engine
import Hummingbird
import Pages
import Regulation
import Submissions
import Views

/// The pages for people.
struct PageRoutes {
    let words: any WordSource
    let readManifest: ManifestReading

    init(_ words: any WordSource, _ readManifest: @escaping ManifestReading) {
        self.words = words
        self.readManifest = readManifest
    }

    var endpoints: [Endpoint] {
        [
            .get("/", index), .get("/submissions/:submission", submission),
            .get("/submissions/:submission/timeline.svg", picture), .get("/submissions/:submission/dates", dates),
            // Browsers ask for one unasked; there is none.
            .get("/favicon.ico") { _, _ in Response(status: .noContent) },
        ]
    }

    @Sendable private func index(_ request: Request, _ context: TasukiContext) async throws -> Response {
        let query = try Query(request, allowing: ["after", "lang"])
        let language = try Language(request, query)
        let page = try await context.tasuki.page(after: query["after"].map { SubmissionName($0) }, limit: 50)
        let clock = try await context.tasuki.clock()
        var names: [SubmissionName: String] = [:]
        for report in page.reports {
            names[report.submission] = try await context.tasuki.productName(
                of: report.submission,
                in: language.rawValue,
                reading: readManifest
            )
        }
        let labels = try language.labels(words)
        let links = PageLinks.served(language.rawValue, account: try context.account(labels))
        let html = IndexPage(labels: labels, links: links).render(
            reports: page.reports,
            asOf: clock.now,
            zone: clock.settings.zone,
            isSimulated: clock.settings.clock != .wall,
            desk: try await desk(context),
            next: page.next.map { "/?after=\($0.rawValue.percentEncoded)&lang=\(language.rawValue)" },
            productNames: names
        )
        return Reply.page(html, language: language.rawValue)
    }

    /// What waits for who looks, in all capacities; nil where the server asks nobody who he is, or there is no capacity to act in.
    private func desk(_ context: TasukiContext) async throws -> Desk? {
        guard case .admitted(let admission) = try context.visit.caller, !admission.capacities.isEmpty else {
            return nil
        }
        var items: [WorkItem] = []
        var hasMore = false
        for capacity in admission.capacities {
            let page = try await context.tasuki.work(for: capacity, limit: 25)
            items += page.items
            hasMore = hasMore || page.next != nil
        }
        return Desk(items: items, hasMore: hasMore)
    }

    @Sendable private func submission(_ request: Request, _ context: TasukiContext) async throws -> Response {
        let query = try Query(request, allowing: ["asOf", "lang"])
        let language = try Language(request, query)
        let (timeline, asOf) = try await timeline(query, context)
        // What manifests say beside the facts is of all countries.
        let readsManifests = try context.visit.readsManifests
        let history = try await context.tasuki.history(
            of: try context.submission,
            asOf: asOf,
            reading: { [readManifest] in readsManifests ? readManifest($0) : nil }
        )
        let names = Names(of: try context.tasuki.world.definitions.jurisdictions(), in: language.rawValue)
        let other = language == .english ? Language.japanese : .english
        let moment = query["asOf"].map { "&asOf=\($0.percentEncoded)" } ?? ""
        let links = PageLinks(
            home: "/?lang=\(language.rawValue)",
            otherLanguage: "?lang=\(other.rawValue)\(moment)",
            dates:
                "/submissions/\(try context.submission.rawValue.percentEncoded)/dates?lang=\(language.rawValue)\(moment)",
            account: try context.account(try language.labels(words))
        )
        let page = SubmissionPage(
            labels: try language.labels(words),
            names: names,
            productName: try await context.tasuki.productName(
                of: timeline.report.submission,
                in: language.rawValue,
                reading: readManifest
            ),
            links: links
        )
        let due = try await context.tasuki.due(within: .quarter, of: timeline.report.submission, asOf: asOf)
        let html = page.render(timeline: timeline, history: history, due: due)
        return Reply.page(html, language: language.rawValue)
    }

    /// Why dates are the days they are: all that there are listed, or that which `duty` names explained, to be printed.
    @Sendable private func dates(_ request: Request, _ context: TasukiContext) async throws -> Response {
        let query = try Query(request, allowing: ["duty", "asOf", "lang"])
        let language = try Language(request, query)
        let submission = try context.submission
        let asOf = try await context.tasuki.moment(query["asOf"], named: "asOf")
        let report = try await context.tasuki.memos(of: submission, duty: query["duty"], asOf: asOf)
        let other = language == .english ? Language.japanese : .english
        let moment = query["asOf"].map { "&asOf=\($0.percentEncoded)" } ?? ""
        let duty = query["duty"].map { "&duty=\($0.percentEncoded)" } ?? ""
        let address = "/submissions/\(submission.rawValue.percentEncoded)"
        let page = MemoPage(
            labels: try language.labels(words),
            links: PageLinks(
                home: "/?lang=\(language.rawValue)",
                otherLanguage: "?lang=\(other.rawValue)\(moment)\(duty)",
                account: try context.account(try language.labels(words))
            ),
            submissionHref: "\(address)?lang=\(language.rawValue)\(moment)",
            datesHref: "\(address)/dates?lang=\(language.rawValue)\(moment)"
        )
        return Reply.page(page.render(report, isList: query["duty"] == nil), language: language.rawValue)
    }

    @Sendable private func picture(_ request: Request, _ context: TasukiContext) async throws -> Response {
        let query = try Query(request, allowing: ["asOf", "lang"])
        let language = try Language(request, query)
        let (timeline, _) = try await timeline(query, context)
        let svg = TimelinePicture.svg(timeline: timeline, labels: try language.labels(words))
        return Reply.picture(svg, language: language.rawValue)
    }

    private func timeline(_ query: Query, _ context: TasukiContext) async throws -> (Timeline, asOf: Instant?) {
        let asOf = try await context.tasuki.moment(query["asOf"], named: "asOf")
        return (try await context.tasuki.timeline(of: try context.submission, asOf: asOf), asOf)
    }
}

extension TasukiContext {
    /// Who is signed in, in words; nil where the server asks nobody who he is, or a program asks with a token.
    fileprivate func account(_ labels: Labels) throws -> String? {
        guard case .admitted(let admission) = try visit.caller, admission.isSession else { return nil }
        return labels.text("page.signIn.as", admission.person.rawValue, admission.organization.id.rawValue)
    }
}
