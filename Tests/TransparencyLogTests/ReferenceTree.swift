import TransparencyLog

/// The definitions of RFC 6962 section 2.1, word for word and slow, to hold the fast code against.
enum ReferenceTree {
    static func root(of leaves: ArraySlice<Digest>) -> Digest {
        guard let first = leaves.first else { return Digest.sha256(of: []) }
        guard leaves.count > 1 else { return first }
        let middle = leaves.startIndex + split(leaves.count)
        let children = root(of: leaves[..<middle]).bytes + root(of: leaves[middle...]).bytes
        return Digest.sha256(of: [1] + children)
    }

    /// The largest power of two smaller than the count.
    private static func split(_ count: Int) -> Int {
        var power = 1
        while power * 2 < count { power *= 2 }
        return power
    }

    /// The eight leaves that the test vectors of Certificate Transparency use.
    static let contents: [[UInt8]] = [
        [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43], Array(0x50...0x57),
        Array(0x60...0x6F),
    ]

    static let leaves = contents.map { MerkleHash.leaf($0) }

    /// The roots over the first one to eight of them.
    static let roots = [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]
}

extension Digest {
    /// The same digest with one bit turned.
    func flipped(bit: Int) -> Digest {
        var bytes = bytes
        bytes[bit / 8] ^= 1 << (bit % 8)
        return Digest(bytes: bytes) ?? self
    }
}
