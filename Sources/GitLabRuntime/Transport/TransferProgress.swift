// The progress of a body.

/// The progress of the body of a request or of a response.
public struct TransferProgress: Sendable, Hashable {
    /// The bytes that have been sent or received.
    public var completed: Int64

    /// The bytes that there are; nil if that is not known.
    public var total: Int64?

    /// Creates a progress.
    public init(completed: Int64, total: Int64?) {
        self.completed = completed
        self.total = total
    }

    /// The part that is done, from 0 to 1; nil if it is not known how much there is.
    public var fraction: Double? {
        total.map { $0 > 0 ? min(Double(completed) / Double($0), 1) : 1 }
    }
}

extension TransferProgress: CustomStringConvertible {
    /// Such as `1000 of 2000 bytes`.
    public var description: String {
        total.map { "\(completed) of \($0) bytes" } ?? "\(completed) bytes"
    }
}
