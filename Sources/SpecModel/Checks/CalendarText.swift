// Dates as texts of the spec.

extension String {
    /// Whether it is a day of the calendar, `2024-02-29`.
    var isDate: Bool {
        guard let match = wholeMatch(of: /(\d{4})-(\d{2})-(\d{2})/), let year = Int(match.1), let month = Int(match.2),
            let day = Int(match.3), (1...12).contains(month), year > 0
        else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...lengths[month - 1]).contains(day)
    }

    /// Whether it is a day with a time of it, `2024-02-29T12:00:00Z`.
    var isMoment: Bool {
        guard
            let match = wholeMatch(
                of: /(.{10})[T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})/)
        else { return false }
        return String(match.1).isDate
    }
}
