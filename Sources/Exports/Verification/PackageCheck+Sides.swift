import CanonicalJSON
import Engine
import Regulation
import Submissions

// What lies beside the log: texts and rules.

extension PackageCheck {
    mutating func checkTexts() {
        guard let bytes = folder.bytes(of: PackagePath.texts) else {
            return report(.malformedFile(path: PackagePath.texts))
        }
        var kept: [TextCommitment: CommittedText] = [:]
        for (index, line) in bytes.lines.enumerated() {
            guard let text = CommittedText(line: line), kept.updateValue(text, forKey: text.commitment) == nil else {
                report(.malformedLine(path: PackagePath.texts, line: index + 1, after: nil))
                continue
            }
        }
        for (record, place) in records {
            for commitment in record.event.introducedCommitments {
                guard let text = kept.removeValue(forKey: commitment) else {
                    erasedTexts += 1
                    continue
                }
                textCount += 1
                if !text.isTrue { report(.log(Finding(.textChanged(commitment), at: place))) }
            }
        }
        for commitment in kept.keys.sorted() { report(.foreignText(commitment)) }
    }

    mutating func checkRules() {
        var expected: Set<String> = []
        for (record, place) in records {
            for pin in record.event.pins where expected.insert(PackagePath.rules(pin)).inserted {
                guard let body = folder.bytes(of: PackagePath.rules(pin)) else {
                    report(.log(Finding(.pinMissing(pin), at: place)))
                    continue
                }
                if !pin.isTrue(of: body) { report(.log(Finding(.pinChanged(pin), at: place))) }
            }
        }
        for path in folder.files(in: PackagePath.rules) where !expected.contains(path) {
            report(.unreferenced(path: path))
        }
    }
}

extension CommittedText {
    /// `nil` unless the line is exactly what a package writes.
    fileprivate init?(line: some Collection<UInt8>) {
        guard let value = try? JSONValue(parsing: line), value.canonicalBytes().elementsEqual(line),
            value.objectValue?.count == 3, let commitment = value["commitment"]?.stringValue,
            let salt = value["salt"]?.stringValue.flatMap({ LogFiles.bytes(hexadecimal: $0) }),
            let text = value["text"]?.stringValue
        else { return nil }
        self.init(commitment: TextCommitment(commitment), salt: salt, text: text)
    }
}
