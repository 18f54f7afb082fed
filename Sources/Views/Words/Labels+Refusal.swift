import Engine
import Regulation
package import Submissions

extension Labels {
    /// The sentence that a person reads when a rule refuses, with what to do next where there is something.
    ///
    /// The words for actions and states are those of the case's `procedure`.
    package func words(for refusal: Refusal, of procedure: ProcedureID?) -> String {
        let process = procedure ?? ProcedureID("")
        func action(_ name: ActionName) -> String {
            text(ifAny: "actions.\(process).\(name)").map { "\($0) (\(name))" } ?? name.rawValue
        }
        func field(_ name: FieldName) -> String { self.name(ofField: name.rawValue) }
        func joined(_ items: [some CustomStringConvertible]) -> String {
            items.map(\.description).joined(separator: ", ")
        }
        func hint(_ items: [some CustomStringConvertible]) -> String {
            items.isEmpty ? "" : self["refusals.separator"] + text("refusals.known", joined(items))
        }
        switch refusal {
        case .alreadyOpen(let name): return text("refusals.nameTaken", name.rawValue)
        case .notOpen(let name): return text("refusals.unknownSubmission", name.rawValue)
        case .alreadyFiled(let codes, let awaiting, let again):
            let parts = [
                codes.isEmpty ? nil : text("refusals.alreadyFiled", joined(codes)),
                awaiting.isEmpty ? nil : text("refusals.awaitingFiling", joined(awaiting)),
                again.isEmpty ? nil : text("refusals.fileAgain", joined(again)),
            ]
            return parts.compactMap(\.self).joined(separator: self["refusals.separator"])
        case .bundleHasBegun(let code): return text("refusals.bundleHasBegun", code.rawValue)
        case .nothingToAmend: return self["refusals.nothingToAmend"]
        case .amendmentStands(let event): return text("refusals.amendmentStands", "\(event)")
        case .otherProduct(let product, let expected):
            return text("refusals.otherProduct", product.rawValue, expected.rawValue)
        case .targetInUse(let code, let name, let isApproved):
            return text("refusals.\(isApproved ? "targetApproved" : "targetInUse")", code.rawValue, name.rawValue)
        case .claimInUse(let claim, let code): return text("refusals.claimInUse", claim.rawValue, code.rawValue)
        case .statedOtherwise(let number, let name):
            return text("refusals.statedOtherwise", number, name.rawValue)
        case .noSuchCase(let name, let known): return text("refusals.unknownCase", name.rawValue) + hint(known)
        case .noSuchEvent(let number): return text("refusals.unknownEvent", "\(number)")
        case .noSuchAction(let name, let known): return text("refusals.unknownAction", name.rawValue) + hint(known)
        case .notAllowed(let name, let performers):
            return text("refusals.notAllowed", action(name)) + self["refusals.separator"]
                + text("refusals.mayDo", performers.map { words(for: $0) }.joined(separator: ", "))
        case .wrongBody(let body, let expected):
            return text("refusals.wrongBody", body.rawValue) + self["refusals.separator"]
                + text("refusals.mayDo", joined(expected))
        case .notNow(let name, let states, let possible):
            let labels = states.map { self["states.\(process).\($0)"] }.joined(separator: ", ")
            let sentence = text("refusals.notNow", action(name), labels)
            return possible.isEmpty
                ? sentence : sentence + self["refusals.separator"] + text("refusals.possibleNow", joined(possible))
        case .unmet(let name, let guards):
            let reasons = guards.map { words(for: $0, of: process) }.joined(separator: "; ")
            return text("refusals.unmet", action(name), reasons)
        case .missingField(let name, let action):
            return text("refusals.missingField", field(name)) + self["refusals.separator"]
                + text("refusals.seeTemplate", action.rawValue)
        case .unknownField(let name, _, let known): return text("refusals.unknownField", name.rawValue) + hint(known)
        case .badField(let name, let kind):
            return text(
                "refusals.invalidField",
                field(name),
                text("refusals.expected", self["fieldKinds.\(kind.rawValue)"])
            )
        case .unknownClaim(let claim, let known): return text("refusals.unknownClaim", claim.rawValue) + hint(known)
        case .unknownJurisdiction(let code, let known):
            return text("refusals.unknownTarget", code.rawValue) + hint(known)
        case .unknownQuestion(let id, let open): return text("refusals.unknownQuestion", id.rawValue) + hint(open)
        case .missingDocument: return self["refusals.missingDocuments"]
        case .unwantedDocument: return self["refusals.unexpectedDocuments"]
        case .letterMissing(_, let capacity): return text("refusals.letterMissing", capacity.description)
        case .futureDate(let date, let today):
            let meant = DateGuess(for: date) { $0.earliest <= today }
            return text("refusals.futureDate", date.description, today.description) + words(for: meant)
        case .misplacedDate(let name, let misfit): return words(for: misfit, in: field(name))
        case .beforeOpening(let date, let opened):
            return text("refusals.beforeOpened", date.description, opened.description)
        case .beforeStep(let date, let since):
            return text("refusals.beforeStep", date.description, since.description)
        case .longAgo(let date, let today, let reach):
            let meant = DateGuess(for: date) { $0.earliest <= today && !reach.isExceeded(by: $0, before: today) }
            return text("refusals.longAgo", date.description, today.description, words(for: reach)) + words(for: meant)
        case .beforeClock(let date, let clock, let last):
            return text("refusals.beforeClock", date.description, self["clocks.\(clock)"], last.description)
        case .staleVersion(let expected, let actual):
            return text("refusals.staleVersion", "\(expected)", "\(actual)")
        case .noVersionMatches(let actual): return text("refusals.noVersionMatches", "\(actual)")
        case .incompleteDossier(let incomplete):
            return words(for: incomplete)
        case .noRoute(let code, let route, let date):
            return text("refusals.unknownRoute", code.rawValue, route.rawValue, date.description)
        case .noRules(let pin): return text("refusals.noRules", pin.rawValue)
        case .noHub: return self["refusals.noHub"]
        case .notCorrectable(let name): return text("refusals.notCorrectable", field(name))
        case .heldBy(let event, let action, let name, let person):
            let what = [name?.rawValue, action?.rawValue].compactMap { $0 }.joined(separator: " ")
            return text("refusals.heldBy", "#\(event)", what, person.rawValue)
        case .notRecorder: return self["refusals.notRecorder"]
        case .noLetter(let event): return text("refusals.noLetter", "\(event)")
        case .notSender(let event, let body): return text("refusals.notSender", "\(event)", body.rawValue)
        case .letterAnswered(let event, let answer, let isDisputed):
            return text(isDisputed ? "refusals.letterDisputed" : "refusals.letterConfirmed", "\(event)", "\(answer)")
        case .nothingToCorrect: return self["refusals.nothingToCorrect"]
        case .noApproval(let name): return text("refusals.noApproval", name.rawValue)
        case .approvalEnded(let id, let standing):
            return text("refusals.approvalEnded", id.rawValue, self["approvalStanding.\(standing.rawValue)"])
        case .unknownFee(let id, let known): return text("refusals.unknownFee", id) + hint(known.uniqued())
        case .unknownClass(let name, let code, let known):
            return text("refusals.unknownClass", code.rawValue, name) + hint(known)
        case .unknownCategory(let id, let known): return text("refusals.unknownCategory", id) + hint(known)
        case .notAnOption(let name, let read, let options):
            let expected = text("refusals.expected", joined(options))
            return text("refusals.invalidField", field(name), text("refusals.notRead", expected, Self.shown(read)))
        case .unknownStudy(let id, let known): return text("refusals.unknownStudy", id) + hint(known)
        case .unknownObligation(let id, let open): return text("refusals.unknownObligation", id) + hint(open)
        case .routeClosed(_, let code, let assessment) where !assessment.route.relies:
            let reasons = assessment.decisive.map { finding in
                let (condition, source) = (words(for: finding.condition), said(finding.condition.source.text))
                return source.isEmpty ? condition : text("refusals.withSource", condition, source)
            }
            return text(
                "refusals.closedRoute",
                code.rawValue,
                assessment.route.names[language] ?? self["routes.\(assessment.route.name)"],
                reasons.isEmpty ? assessment.route.source.text : reasons.joined(separator: "; ")
            )
        case .routeClosed(let name, _, let assessment):
            let reasons = sentences(for: assessment).joined(separator: "; ")
            return text("refusals.unmet", action(name), reasons)
        case .notToBeTold(let name, let telling): return text("refusals.unmet", action(name), words(for: telling))
        case .notBundled(let code, let hub):
            return text("refusals.notBundled", code.rawValue, self["routes.\(hub)"])
        case .bundleTooSmall(let hub): return text("refusals.bundleTooSmall", self["routes.\(hub)"], hub.rawValue)
        case .noBundleToJoin(let hub, let open): return text("refusals.noBundleToJoin", hub.rawValue) + hint(open)
        case .nothingJoins(let code, let track):
            return text("refusals.nothingJoins", code.rawValue, self["routes.\(track)"], track.rawValue)
        case .member(let name, let reason):
            return text("refusals.member", name.rawValue, words(for: reason, of: procedure))
        case .noTrack(let track, let code, let known):
            return text("refusals.unknownTrack", code.rawValue, track.rawValue) + hint(known)
        case .notATarget(let code, let known): return text("refusals.unknownTarget", code.rawValue) + hint(known)
        case .unsettled: return self["refusals.tooManySteps"]
        case .unprepared(let lookups): return text("refusals.noRules", "\(lookups)")
        }
    }

    /// Who that is, without a country: `officer of the reviewing body`.
    package func words(for performer: ActionRule.Performer) -> String {
        switch performer {
        case .applicant: self["turns.applicant"]
        case .role(let role, of: let function):
            text("capacities.role", self["roles.\(role)"], self["turns.\(function.rawValue)"])
        case .hub(let role): text("capacities.role", self["roles.\(role)"], self["turns.hub"])
        }
    }
}
