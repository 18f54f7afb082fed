/// In which languages one jurisdiction takes what stands under a heading: the one judgement of a document's language.
package struct AcceptedLanguages: Hashable, Sendable {
    package enum Verdict: String, Hashable, Sendable, CaseIterable {
        case accepted, wrong
        /// Nobody has said in which language the document is, or which languages are accepted.
        case unknown
    }

    /// BCP 47 tags of which one must be there; empty where nobody has found out which.
    package let tags: [String]
    package let confidence: Confidence

    package init(tags: [String], confidence: Confidence) {
        self.tags = tags
        self.confidence = confidence
    }

    /// `zh-Hant-TW` is a kind of `zh-Hant` (RFC 4647, basic filtering); `zh` alone says less than `zh-Hant` asks for.
    package func verdict(on language: String?) -> Verdict {
        guard let language, !tags.isEmpty else { return .unknown }
        if tags.contains(where: { language == $0 || language.hasPrefix($0 + "-") }) { return .accepted }
        return tags.contains { $0.hasPrefix(language + "-") } ? .unknown : .wrong
    }
}

extension Jurisdiction {
    /// The languages of the requirement itself, else those of the jurisdiction's labels or dossiers.
    package func acceptedLanguages(for requirement: Requirement) -> AcceptedLanguages {
        guard requirement.languages.isEmpty else {
            return AcceptedLanguages(tags: requirement.languages, confidence: requirement.source.confidence)
        }
        return acceptedLanguages(under: requirement.heading)
    }

    /// The languages that the jurisdiction takes under a heading where no requirement says otherwise.
    package func acceptedLanguages(under heading: HeadingCode) -> AcceptedLanguages {
        AcceptedLanguages(
            tags: heading.isLabelling ? languages.label : languages.dossier,
            confidence: languages.source?.confidence ?? .unconfirmed
        )
    }
}

extension HeadingCode {
    /// Whether its documents reach users: chapter 5 without its own contents and without how labels are delivered.
    ///
    /// Source: IMDRF/RPS WG/N9 (nIVD Table of Contents), chapter 5, labelling and promotional material.
    package var isLabelling: Bool { chapter == "5" && numbers.first.map { $0 != 1 && $0 != 4 } ?? false }
}
