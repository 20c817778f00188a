// Numbers that come from outside, such as from header fields and stored cursors.

extension Int {
    /// The largest number that is taken from outside: nothing that is counted comes near it, and sums of it fit.
    private static let largestFromOutside = 1 << 53

    /// nil for a number that sums could overflow with.
    var ifBounded: Int? { magnitude <= Self.largestFromOutside.magnitude ? self : nil }

    /// The number behind this one; the largest stays what it is.
    var following: Int { self == .max ? self : self + 1 }
}
