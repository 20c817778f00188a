// Comparing secrets without telling by the time how much of them was right.

enum ConstantTime {
    /// Returns whether a value is the secret. The loop is as long as the secret, whatever was given.
    static func areEqual(_ given: [UInt8], secret: [UInt8]) -> Bool {
        var difference: UInt8 = given.count == secret.count ? 0 : 1
        for index in secret.indices {
            difference |= secret[index] ^ (index < given.count ? given[index] : 0)
        }
        return difference == 0
    }
}
