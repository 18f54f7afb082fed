extension BinaryInteger {
    /// The quotient rounded towards minus infinity, so that days before the epoch count like days after it.
    func flooredQuotient(by divisor: Self) -> Self {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder != 0 && (remainder < 0) != (divisor < 0) ? quotient - 1 : quotient
    }

    /// The remainder that belongs to ``flooredQuotient(by:)``; never negative for a positive divisor.
    func flooredRemainder(by divisor: Self) -> Self {
        self - flooredQuotient(by: divisor) * divisor
    }

    /// The number in decimal, with zeros in front up to `width` digits; for numbers that are not negative.
    func padded(to width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
