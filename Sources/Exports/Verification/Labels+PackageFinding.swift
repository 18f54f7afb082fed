import CanonicalJSON
import Dossiers
import Engine
import Regulation
import TransparencyLog
package import Views

extension Labels {
    /// The sentence that tells what is wrong with a package, with the event it concerns where there is one.
    package func words(for finding: PackageFinding) -> String {
        switch finding {
        case .bag(let defect): text("findings.bag", defect.description)
        case .log(let finding): words(for: finding)
        case .malformedLine(let path, let line, let after):
            after.map { text("findings.malformedLineAfter", path, "\(line)", $0.description) }
                ?? text("findings.malformedLine", path, "\(line)")
        case .malformedFile(let path): text("findings.malformedFile", path)
        case .documentChanged(let path): text("findings.documentChanged", path)
        case .documentMissing(let digest, let place):
            text("findings.at", place.description, text("findings.documentMissing", digest.rawValue))
        case .unreferenced(let path): text("findings.unreferenced", path)
        case .foreignText(let commitment): text("findings.foreignText", commitment.rawValue)
        case .headDiffers(let found, let trusted):
            text("findings.headDiffers", found.description, trusted.description)
        case .empty: self["findings.empty"]
        }
    }
}
