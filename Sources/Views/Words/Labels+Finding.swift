import CanonicalJSON
package import Engine
import Regulation
import Submissions
import TransparencyLog

extension Labels {
    /// The sentence that tells what is wrong, with the event it concerns in front where there is one.
    package func words(for finding: Finding) -> String {
        let sentence = words(for: finding.defect)
        guard let place = finding.place else { return sentence }
        return text("findings.at", place.description, sentence)
    }

    private func words(for defect: Finding.Defect) -> String {
        switch defect {
        case .bytesChanged(let recorded, let computed):
            text("findings.bytesChanged", recorded.description, computed.description)
        case .unreadable(let defect): text("findings.unreadable", defect.description)
        case .misplaced(let submission, let number):
            text("findings.misplaced", EventPlace(submission: submission, number: number).description)
        case .recordedEarlier(let instant, let last):
            text("findings.recordedEarlier", instant.description, last.description)
        case .timeDiffers(let instant, let stored):
            text("findings.timeDiffers", stored.description, instant.description)
        case .textChanged(let commitment): text("findings.textChanged", commitment.rawValue)
        case .proofFails(let head): text("findings.proofFails", "\(head.size)", head.root.description)
        case .numberNotNext(let expected): text("findings.numberNotNext", "\(expected)")
        case .notOpened: self["findings.notOpened"]
        case .openedTwice: self["findings.openedTwice"]
        case .unknownCase(let name): text("findings.unknownCase", name.rawValue)
        case .illegalStep(let name, let defect):
            text("findings.illegalStep", name.rawValue, defect.description)
        case .pinMissing(let pin): text("findings.pinMissing", pin.rawValue)
        case .pinUnreadable(let pin): text("findings.pinUnreadable", pin.rawValue)
        case .pinChanged(let pin): text("findings.pinChanged", pin.rawValue)
        case .documentMissing(let digest): text("findings.vaultMissing", digest.rawValue)
        case .documentChanged(let digest): text("findings.vaultChanged", digest.rawValue)
        case .replayFails: self["findings.replayFails"]
        case .positionNotNext(let expected): text("findings.positionNotNext", "\(expected)")
        case .rootDiffers(let source, let head, _, let last, let heads):
            text(
                "findings.rootDiffers",
                self["findings.heads.\(source.rawValue)"],
                "\(head.size)",
                "\(last)",
                "\(heads)"
            )
        case .headShrinks(let source, let head):
            text("findings.headShrinks", self["findings.heads.\(source.rawValue)"], "\(head.size)")
        case .leavesMissing(let source, let head, let present):
            text("findings.leavesMissing", self["findings.heads.\(source.rawValue)"], "\(head.size)", "\(present)")
        case .headMissing: self["findings.headMissing"]
        case .leavesUnlisted(let count, let listed):
            text("findings.leavesUnlisted", "\(count)", "\(listed)")
        }
    }
}
