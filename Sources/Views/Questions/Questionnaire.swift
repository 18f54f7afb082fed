import Engine
package import Regulation
package import Submissions

/// What rules ask about a product for its targets, each with who asks and what the manifest answers.
package struct Questionnaire: Hashable, Sendable {
    package enum Subject: Hashable, Sendable {
        case trait(TraitQuestion)
        /// The class of the device in a country, which no table of the country gives for it.
        case deviceClass([DeviceClass])
    }

    package struct Question: Hashable, Sendable {
        package let subject: Subject
        /// The country of which it is asked; `nil` where the answer holds for the product.
        package let jurisdiction: JurisdictionCode?
        /// The routes that it opens or closes: `KR national`.
        package let routes: [String]
        package let answer: String?

        /// The word by which the manifest answers.
        package var name: String {
            switch subject {
            case .trait(let question): question.name.rawValue
            case .deviceClass: "class"
            }
        }

        package var answers: [String] {
            switch subject {
            case .trait(let question): question.answers.map(\.rawValue)
            case .deviceClass(let classes): classes.map(\.rawValue)
            }
        }
    }

    package let questions: [Question]

    package var open: [Question] { questions.filter { $0.answer == nil } }

    /// - Parameters:
    ///   - vocabulary: Every question there is, in the order in which they are put.
    ///   - jurisdictions: The countries whose routes ask.
    ///   - manifest: What is answered so far.
    ///   - date: The day whose rules ask.
    package init(
        _ vocabulary: [TraitQuestion],
        of jurisdictions: [Jurisdiction],
        for manifest: SubmissionManifest,
        on date: CivilDate
    ) {
        let classes = jurisdictions.compactMap { Self.deviceClass(in: $0, manifest, date) }
        let asked = jurisdictions.flatMap { jurisdiction in
            Self.asked(by: jurisdiction, manifest, date).map { (code: jurisdiction.code, trait: $0, route: $1) }
        }
        questions =
            classes
            + vocabulary.flatMap { question -> [Question] in
                let own = asked.filter { $0.trait == question.name }
                let codes: [JurisdictionCode?] =
                    switch question.scope {
                    case .product: own.isEmpty ? [] : [nil]
                    case .country: own.map(\.code).uniqued()
                    }
                return codes.map { code in
                    let routes = own.filter { code == nil || $0.code == code }.map { "\($0.code) \($0.route)" }
                    let answer =
                        code.map { manifest.traits.answer(to: question.name, in: $0) }
                        ?? manifest.traits.first { $0.trait == question.name && $0.jurisdiction == nil }?.answer
                    return Question(
                        subject: .trait(question),
                        jurisdiction: code,
                        routes: routes.uniqued(),
                        answer: answer?.rawValue
                    )
                }
            }
    }

    /// What the routes in force ask of a device of the class that is known.
    private static func asked(
        by jurisdiction: Jurisdiction,
        _ manifest: SubmissionManifest,
        _ date: CivilDate
    ) -> [(TraitName, RouteName)] {
        let own = jurisdiction.advisedClass(
            declared: manifest.classes[jurisdiction.code].map { DeviceClass($0) },
            category: manifest.category,
            on: date
        )?.deviceClass
        let told = jurisdiction.advertising.filter { $0.window.contains(date) }.compactMap { rule in
            rule.term.map { ($0.trait, RouteName("advertising")) }
        }
        return jurisdiction.routes.filter { $0.window.contains(date) }.flatMap { route in
            route.conditions.compactMap { condition in
                guard case .trait(let term) = condition.kind, condition.window.contains(date) else { return nil }
                let isForOthers = own.map { !term.classes.isEmpty && !term.classes.contains($0) } ?? false
                return isForOthers ? nil : (term.trait, route.name)
            }
        } + told
    }

    private static func deviceClass(
        in jurisdiction: Jurisdiction,
        _ manifest: SubmissionManifest,
        _ date: CivilDate
    ) -> Question? {
        let declared = manifest.classes[jurisdiction.code]
        let category = manifest.category
        let computed = jurisdiction.advisedClass(declared: nil, category: category, on: date)
        guard computed == nil, let classification = jurisdiction.classification(on: date) else { return nil }
        return Question(
            subject: .deviceClass(classification.classes),
            jurisdiction: jurisdiction.code,
            routes: [],
            answer: declared
        )
    }
}
