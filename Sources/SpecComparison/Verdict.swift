// The version change that a change requires. See "What a version promises" in CHANGELOG.md.

/// The part of the version that has to grow.
public enum Verdict: String, Sendable, Comparable, CaseIterable {
    case patch, minor, major

    private var rank: Int {
        switch self {
        case .patch: 0
        case .minor: 1
        case .major: 2
        }
    }

    public static func < (left: Verdict, right: Verdict) -> Bool { left.rank < right.rank }
}
