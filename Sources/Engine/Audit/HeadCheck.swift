import TransparencyLog

/// The heads of one source held against the log, of which only what a finding tells is kept.
///
/// A changed leaf makes every later head differ; told one by one, they would bury the leaf.
struct HeadCheck {
    let source: Finding.HeadSource
    /// The largest size at which a head agreed, as long as none differed.
    private var agreedSize = 0
    private var first: (head: TreeHead, computed: Digest, agreed: Int)?
    private var differing = 0
    private var missing: TreeHead?

    init(_ source: Finding.HeadSource) {
        self.source = source
    }

    /// Goes on with a head, in order of size, and the root that the log has at that size.
    mutating func compare(_ head: TreeHead, with computed: Digest) {
        guard head.root != computed else {
            if first == nil { agreedSize = head.size }
            return
        }
        add(head, computed, agreed: agreedSize, count: 1)
    }

    /// Takes in the heads that were checked by themselves, with nothing known between their sizes.
    mutating func add(_ verification: LogVerification) {
        for defect in verification.defects() {
            switch defect {
            case .rootDiffers(_, let head, let computed, let agreed): add(head, computed, agreed: agreed, count: 1)
            case .leavesMissing(_, let head, _): miss(head)
            case .leafDiffers, .headShrinks: break
            }
        }
    }

    /// Counts heads that were not compared because too many before them differed from those in the database.
    mutating func addUnchecked(_ count: Int) { differing += count }

    /// Notes a head that has seen more leaves than there are.
    mutating func miss(_ head: TreeHead) {
        if head.size > missing?.size ?? -1 { missing = head }
    }

    private mutating func add(_ head: TreeHead, _ computed: Digest, agreed: Int, count: Int) {
        differing += count
        if head.size < first?.head.size ?? .max { first = (head, computed, agreed) }
    }

    func findings(present: Int, _ reader: any LogScan) throws -> [Finding] {
        var findings: [Finding] = []
        if let (head, computed, agreed) = first {
            let place = try reader.leaves(from: agreed, limit: 1).first.map { EventPlace($0) }
            let last = max(agreed, head.size - 1)
            findings.append(
                Finding(.rootDiffers(source, head, computed: computed, last: last, heads: differing), at: place)
            )
        }
        if let missing { findings.append(Finding(.leavesMissing(source, missing, present: present))) }
        return findings
    }
}
