/// A way of counting years that offices use beside the Gregorian one.
///
/// It is read only to say what a mistyped date probably meant; nothing is ever counted or kept by it.
package enum YearCount: String, Hashable, Codable, Sendable, CaseIterable {
    /// From the death of the Buddha; in Thailand 543 years ahead.
    case buddhist
    /// Of the Republic of China, from 1912.
    case minguo
    /// The Japanese eras, by the years in which they began.
    case showa, heisei, reiwa

    /// What is added to its year for the Gregorian one.
    var offset: Int {
        switch self {
        case .buddhist: -543
        case .minguo: 1_911
        case .showa: 1_925
        case .heisei: 1_988
        case .reiwa: 2_018
        }
    }

    /// The Gregorian years that are written so.
    var years: ClosedRange<Int> {
        switch self {
        case .buddhist: 1_900...2_156
        case .minguo: 1_912...2_110
        case .showa: 1_926...1_989
        case .heisei: 1_989...2_019
        case .reiwa: 2_019...2_110
        }
    }

    /// How it is written before the year, in small letters.
    var marks: [String] {
        switch self {
        case .buddhist: ["be", "พศ"]
        case .minguo: ["民國", "民国", "中華民國", "roc", "minguo"]
        case .showa: ["昭和", "s", "showa"]
        case .heisei: ["平成", "h", "heisei"]
        case .reiwa: ["令和", "r", "reiwa"]
        }
    }

    /// The Gregorian year, or nil where nobody would write it so.
    func gregorian(_ year: Int) -> Int? {
        guard (1...3_000).contains(year), years.contains(year + offset) else { return nil }
        return year + offset
    }

    /// The count in which a year is probably written that stands without a mark: 2574 or 115.
    static func unmarked(_ year: Int) -> YearCount? {
        if (2_443...2_699).contains(year) { return .buddhist }
        if (90...199).contains(year) { return .minguo }
        return nil
    }
}
