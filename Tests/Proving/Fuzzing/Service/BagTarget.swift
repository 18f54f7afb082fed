import CanonicalJSON
import Exports
import Foundation
import TestSupport

extension FuzzTarget {
    /// An inspection package with one file changed, renamed or left out, verified as it is and once more after whoever
    /// changed it has made new manifests.
    ///
    /// An input is a line `= path`, `- path` or `> path -> new path`, and for `=` the file's new bytes.
    static func bag(_ files: SeedFiles) async throws -> FuzzTarget {
        let bag = try await BagFolder.demo()
        let seeds = bag.files.sorted { $0.key < $1.key }.filter { $0.value.count < 1 << 15 }
            .map { Array("= \($0.key)\n".utf8) + $0.value }
        let others = ["- data/log/texts.jsonl", "- manifest-sha256.txt", "> bagit.txt -> data/bagit.txt"]
        let words =
            bag.files.keys.sorted() + ["= ", "- ", "> ", " -> ", "data/", "fetch.txt", "\"position\":", "\"proof\":[]"]
        return FuzzTarget(
            "bag",
            form: .lines,
            seeds: seeds + others.map { Array($0.utf8) },
            words: words,
            limit: 1 << 16
        ) { bytes in
            guard let change = BagChange(bytes, in: bag) else { return }
            try change.apply()
            defer { change.undo() }
            let plain = PackageVerification.verify(folder: bag.path)
            try Violation.unless(
                !plain.isSound || change.saysTheSame,
                "a changed package is not sound",
                change.description
            )
            // Whoever can change a file can change the manifests too; but not the head that was printed.
            try bag.remake(changed: change.paths)
            let repacked = PackageVerification.verify(folder: bag.path, trustedHead: bag.head)
            try Violation.unless(
                !repacked.isSound || change.tellsNothingFalse,
                "a changed package with new manifests is not sound",
                change.description
            )
        }
    }
}
