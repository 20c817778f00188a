// Settings written where the client is made.

import Foundation
import Testing

@testable import GitLabRuntime

@Suite struct ConfigurationTests {
    private let url = URL(string: "https://gitlab.example.com")!

    @Test func settingsStandWhereTheClientIsMade() {
        let gitlab = GitLabClient(
            baseURL: url,
            credentials: .personalAccessToken("glpat-1"),
            configuration: .init(retries: .never, timeouts: .init(response: .seconds(30)))
        )
        #expect(gitlab.configuration.retries == .never)
        #expect(gitlab.configuration.timeouts.response == .seconds(30))
        #expect(gitlab.configuration.timeouts.idle == .seconds(60))
        #expect(gitlab.configuration.rateLimit == RateLimit())
    }

    @Test func everyPartHasAnInitialiserWithTheDefaultsOfItsProperties() {
        #expect(RetryPolicy(attempts: 4, firstDelay: .milliseconds(500), maximumDelay: .seconds(20)) == RetryPolicy())
        #expect(RetryPolicy(budget: .seconds(120), retriesUnsafeWrites: false, seed: nil) == RetryPolicy())
        #expect(Timeouts(response: .seconds(60), idle: .seconds(60)) == Timeouts())
        #expect(Timeouts(call: .seconds(3_600), download: .seconds(86_400)) == Timeouts())
        #expect(RateLimit(isRespected: true, maximumWait: .seconds(120)) == RateLimit())
        #expect(Paging(prefetches: false, prefersKeyset: false, maximumEmptyPages: 100) == Paging())
        #expect(Timeouts(response: nil, idle: nil, call: nil, download: nil) == .none)
        #expect(RateLimit(isRespected: false) == .ignored)
        #expect(RetryPolicy(attempts: 1) == .never && RetryPolicy.attempts(5).attempts == 5)
        var retries = RetryPolicy()
        retries.attempts = 5
        #expect(retries == .attempts(5))
    }

    @Test func allOfAConfigurationCanBeGivenAtOnce() {
        let clock = FixedClock()
        let configuration = GitLabClient.Configuration(
            retries: .attempts(2),
            timeouts: .none,
            rateLimit: .ignored,
            middleware: [],
            sudo: 42,
            maximumResponseSize: 1_000,
            uploadProgress: { _ in },
            pages: .init(prefetches: true),
            unreadableContent: .skipFieldsAndElements,
            unexpectedContent: { _ in },
            clock: clock
        )
        #expect(configuration.retries.attempts == 2 && configuration.timeouts == .none)
        #expect(configuration.rateLimit == .ignored && configuration.sudo == 42 && configuration.pages.prefetches)
        #expect(configuration.maximumResponseSize == 1_000)
        #expect(configuration.uploadProgress != nil && configuration.unexpectedContent != nil)
        #expect(
            configuration.unreadableContent == .skipFieldsAndElements && configuration.clock as? FixedClock === clock)
        #expect(GitLabClient.Configuration(retries: .never).clock is SystemClock)
    }
}
