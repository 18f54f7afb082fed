import TransparencyLog

/// The defects of one source of heads, put together where one cause makes many.
///
/// A changed leaf makes every later head differ; told one by one, they would bury the leaf.
struct HeadFindings {
    let source: Finding.HeadSource
    let defects: [LogDefect]

    init(_ source: Finding.HeadSource, _ defects: [LogDefect]) {
        self.source = source
        self.defects = defects
    }

    func all(_ reader: any StoreReader) throws -> [Finding] {
        var findings: [Finding] = []
        var firstRoot: (head: TreeHead, computed: Digest, agreed: Int)?
        var roots = 0
        var missing: (head: TreeHead, present: Int)?
        for defect in defects {
            switch defect {
            case .leafDiffers: break
            case .headShrinks(_, let head): findings.append(Finding(.headShrinks(source, head)))
            case .rootDiffers(_, let head, let computed, let agreed):
                roots += 1
                if head.size < firstRoot?.head.size ?? .max { firstRoot = (head, computed, agreed) }
            case .leavesMissing(_, let head, let present):
                if head.size > missing?.head.size ?? -1 { missing = (head, present) }
            }
        }
        if let (head, computed, agreed) = firstRoot {
            let place = try reader.leaves(from: agreed, limit: 1).first.map { EventPlace($0) }
            let last = max(agreed, head.size - 1)
            findings.append(
                Finding(.rootDiffers(source, head, computed: computed, last: last, heads: roots), at: place)
            )
        }
        if let (head, present) = missing {
            findings.append(Finding(.leavesMissing(source, head, present: present)))
        }
        return findings
    }
}
