// Durations in messages.

extension Duration {
    /// `60 s`, `0.25 s`: whole milliseconds, rounded down.
    var inSeconds: String {
        let (seconds, attoseconds) = components
        let milliseconds = attoseconds / 1_000_000_000_000_000
        if milliseconds == 0 { return "\(seconds) s" }
        return "\(Double(seconds) + Double(milliseconds) / 1_000) s"
    }
}
