package import Regulation
package import Statecharts

/// Why a command is refused: an answer by a rule, not a fault; it changes nothing.
package enum Refusal: Error, Hashable, Sendable {
    case alreadyOpen(SubmissionName)
    case notOpen(SubmissionName)
    /// The cases have the dossier and have still to file it with their authority, by an act of their own.
    case alreadyFiled([JurisdictionCode], awaiting: [CaseName] = [], again: [JurisdictionCode] = [])
    /// The hub reviews a bundle already, without the country.
    case bundleHasBegun(JurisdictionCode)
    case nothingToAmend
    /// The event records what a manifest said, which another amendment puts right.
    case amendmentStands(Int)
    case otherProduct(ProductID, expected: ProductID)
    /// A case runs for the target; it cannot be taken away or filed another way meanwhile.
    case targetInUse(JurisdictionCode, CaseName, isApproved: Bool)
    /// An approval covers the claim.
    case claimInUse(ClaimID, JurisdictionCode)
    /// Another submission of the product states the certificate of that number otherwise.
    case statedOtherwise(String, by: SubmissionName)
    case noSuchCase(CaseName, known: [CaseName])
    case noSuchEvent(Int)
    case noSuchAction(ActionName, known: [ActionName])
    /// The actor may not do this, whatever the state.
    case notAllowed(ActionName, by: [ActionRule.Performer])
    /// The actor's body is not the one that this jurisdiction gives the function.
    case wrongBody(BodyID, expected: [BodyID])
    /// Nothing is waiting for this action now.
    case notNow(ActionName, states: [StateID], possible: [ActionName])
    /// The action is foreseen here, but conditions are not met.
    case unmet(ActionName, [Guard])
    case missingField(FieldName, ActionName)
    case unknownField(FieldName, ActionName, known: [FieldName])
    case badField(FieldName, expected: Field.Kind)
    case unknownClaim(ClaimID, known: [ClaimID])
    case unknownJurisdiction(JurisdictionCode, known: [JurisdictionCode])
    case unknownQuestion(QuestionID, open: [QuestionID])
    case missingDocument(ActionName)
    case unwantedDocument(ActionName)
    /// The applicant records another's act, which needs the letter that tells of it.
    case letterMissing(ActionName, of: Actor.Capacity)
    case futureDate(PartialDate, today: CivilDate)
    case beforeOpening(PartialDate, opened: PartialDate)
    /// An act that would have been done before the one that led to where it is done.
    case beforeStep(PartialDate, since: PartialDate)
    /// A first day that lies further back than what is done now ever began.
    case longAgo(PartialDate, today: CivilDate, DateRule.Reach)
    /// A date that does not lie where its field says.
    case misplacedDate(FieldName, DateMisfit)
    case beforeClock(PartialDate, ClockName, last: PartialDate)
    case staleVersion(expected: Int, actual: Int)
    /// None of several versions that were named is the current one.
    case noVersionMatches(actual: Int)
    case incompleteDossier([Completeness])
    case noRoute(JurisdictionCode, RouteName, on: CivilDate)
    case noRules(Pin)
    case noHub
    case notCorrectable(FieldName)
    case nothingToCorrect
    /// An act of a person that came later could not have been done so; it is to be put right first.
    case heldBy(Int, ActionName?, CaseName?, PersonID)
    case notRecorder(Int)
    /// The event typed in no letter, or was taken back.
    case noLetter(Int)
    /// Only the body whose act was typed in says whether it did so.
    case notSender(Int, of: BodyID)
    /// The body said the same of it before, by event `by`.
    case letterAnswered(Int, by: Int, disputed: Bool)
    case noApproval(CaseName)
    /// The approval was withdrawn: no step brings it back.
    case approvalEnded(Approval.ID, Approval.Standing)
    case unknownFee(String, known: [FeeID])
    case unknownCategory(String, known: [String])
    case unknownClass(String, JurisdictionCode, known: [DeviceClass])
    case notAnOption(FieldName, read: String, options: [String])
    case unknownStudy(String, known: [StudyID])
    case unknownObligation(String, open: [ObligationID])
    /// The way by which the case would be filed or decided is closed, or nobody confirmed that it is open.
    case routeClosed(ActionName, JurisdictionCode, RouteAssessment)
    /// The text says more than may be told to whom it reaches, or nobody confirmed that it may.
    case notToBeTold(ActionName, Telling)
    /// The country has no track that takes part in bundles with that hub.
    case notBundled(JurisdictionCode, in: RouteName)
    /// A hub is opened with the tracks of two countries or more.
    case bundleTooSmall(RouteName)
    /// No hub of that name runs whose bundle the case may join: of its track, and before it has filed.
    case noBundleToJoin(CaseName, open: [CaseName])
    /// In bundles of the hub the country takes part with a case that runs on the track, and none runs that may join one.
    case nothingJoins(JurisdictionCode, RouteName)
    /// One country of several cannot take part, for this reason.
    indirect case member(CaseName, Refusal)
    case noTrack(RouteName, JurisdictionCode, known: [RouteName])
    case notATarget(JurisdictionCode, known: [JurisdictionCode])
    case unsettled(microsteps: Int)
    /// No answer to anybody: the decision looks at something that was not prepared, and is made again with that.
    case unprepared([Lookup])
}

extension Refusal {
    /// A stable word for programs.
    package var code: String {
        switch self {
        case .alreadyOpen: "submission.already-open"
        case .notOpen: "submission.not-open"
        case .alreadyFiled: "submission.already-filed"
        case .bundleHasBegun: "submission.bundle-has-begun"
        case .nothingToAmend: "amendment.empty"
        case .amendmentStands: "amendment.stands"
        case .otherProduct: "amendment.other-product"
        case .targetInUse: "amendment.target-in-use"
        case .claimInUse: "amendment.claim-in-use"
        case .statedOtherwise: "amendment.stated-otherwise"
        case .noSuchCase: "case.unknown"
        case .noSuchEvent: "event.unknown"
        case .noSuchAction: "action.unknown"
        case .notAllowed: "action.not-allowed"
        case .wrongBody: "action.wrong-body"
        case .notNow: "action.not-now"
        case .unmet: "action.unmet"
        case .missingField: "payload.missing-field"
        case .unknownField: "payload.unknown-field"
        case .badField: "payload.bad-field"
        case .unknownClaim: "payload.unknown-claim"
        case .unknownJurisdiction: "payload.unknown-jurisdiction"
        case .unknownQuestion: "payload.unknown-question"
        case .missingDocument: "payload.missing-document"
        case .unwantedDocument: "payload.unwanted-document"
        case .letterMissing: "payload.letter-missing"
        case .futureDate: "date.future"
        case .beforeOpening: "date.before-opening"
        case .beforeStep: "date.before-step"
        case .longAgo: "payload.implausible-date"
        case .misplacedDate(_, let misfit): misfit.code
        case .beforeClock: "date.before-clock"
        case .staleVersion, .noVersionMatches: "version.stale"
        case .incompleteDossier: "dossier.incomplete"
        case .noRoute: "rules.no-route"
        case .noRules: "rules.unknown"
        case .noHub: "rules.no-hub"
        case .notCorrectable: "correction.not-possible"
        case .nothingToCorrect: "correction.empty"
        case .heldBy: "correction.held-by"
        case .notRecorder: "reversal.not-recorder"
        case .noLetter: "letter.unknown"
        case .notSender: "letter.not-sender"
        case .letterAnswered: "letter.answered"
        case .noApproval: "approval.none"
        case .approvalEnded: "approval.ended"
        case .unknownFee: "payload.unknown-fee"
        case .unknownCategory: "payload.unknown-category"
        case .unknownClass: "payload.unknown-class"
        case .notAnOption: "payload.not-an-option"
        case .unknownStudy: "payload.unknown-study"
        case .unknownObligation: "payload.unknown-obligation"
        case .routeClosed: "route.closed"
        case .notToBeTold: "text.not-allowed"
        case .notBundled: "track.not-bundled"
        case .bundleTooSmall: "track.bundle-too-small"
        case .noBundleToJoin: "track.no-bundle-to-join"
        case .nothingJoins: "track.nothing-joins"
        case .member(_, let reason): reason.code
        case .noTrack: "track.unknown"
        case .notATarget: "jurisdiction.not-a-target"
        case .unsettled: "procedure.unsettled"
        case .unprepared: "rules.unprepared"
        }
    }

    /// Whether the refusal is about who asks, not about what is asked.
    package var isAboutPermission: Bool {
        switch self {
        case .notAllowed, .wrongBody, .notRecorder, .notSender: true
        case .member(_, let reason): reason.isAboutPermission
        default: false
        }
    }

    /// Whether it answers what was mistyped, not what was tried: it cannot have been meant, whatever the rules say.
    package var isAboutTyping: Bool {
        switch self {
        case .missingField, .unknownField, .badField, .unknownClaim, .unknownJurisdiction, .unknownQuestion,
            .missingDocument, .unwantedDocument, .letterMissing, .unknownFee, .unknownCategory, .unknownClass,
            .notAnOption, .unknownStudy, .unknownObligation, .noBundleToJoin, .longAgo, .nothingToCorrect,
            .nothingToAmend, .amendmentStands, .otherProduct, .noLetter:
            true
        case .misplacedDate(_, let misfit): misfit.isAboutTyping
        case .member(_, let reason): reason.isAboutTyping
        // Nothing is there to act upon: another case was meant, or another action.
        case .unmet(_, let guards): guards.contains(where: \.isAboutWhatThereIs)
        default: isAboutExistence
        }
    }

    /// Whether the refusal says that there is no such thing.
    package var isAboutExistence: Bool {
        switch self {
        case .notOpen, .noSuchCase, .noSuchEvent, .noSuchAction, .noTrack, .notATarget: true
        default: false
        }
    }
}

extension DateMisfit {
    package var code: String {
        switch kind {
        case .ahead: "date.future"
        case .behind: "date.due-in-the-past"
        case .far, .skipping: "payload.implausible-date"
        case .outOfOrder, .notNext: "payload.dates-out-of-order"
        }
    }

    /// Nobody tries to hand in a date of another century, or an end before its beginning.
    var isAboutTyping: Bool {
        switch kind {
        case .far, .outOfOrder, .notNext, .skipping: true
        case .ahead, .behind: false
        }
    }
}
