// Every attribute that a list of projects takes, with a value and what is to arrive.

import Foundation
import GitLab

extension ListProjects: TabledRequest {
    static func addRows(to table: inout AttributeTable<Self>) {
        let noon = Date(timeIntervalSince1970: 1_709_208_000)  // 2024-02-29T12:00:00Z
        table.row("archived", true) { $0.archived = $1 }
        table.row("id_after", 102) { $0.idAfter = $1 }
        table.row("id_before", 103) { $0.idBefore = $1 }
        table.row("imported", false) { $0.imported = $1 }
        table.row("include_hidden", true) { $0.includeHidden = $1 }
        table.row("include_pending_delete", false) { $0.includePendingDelete = $1 }
        table.row("last_activity_after", arrives: "2024-02-29T12:00:01.500Z") { $0.lastActivityAfter = noon + 1.5 }
        table.row("last_activity_before", arrives: "2024-02-29T12:00:02.500Z") { $0.lastActivityBefore = noon + 2.5 }
        table.row("membership", true) { $0.membership = $1 }
        table.row("min_access_level", arrives: 40) { $0.minAccessLevel = .maintainer }
        table.row("order_by", arrives: "updated_at") { $0.orderBy = .updatedAt }
        table.row("owned", false) { $0.owned = $1 }
        table.row("repository_checksum_failed", true) { $0.repositoryChecksumFailed = $1 }
        table.row("repository_storage", "repository storage, é & 14") { $0.repositoryStorage = $1 }
        table.row("search", "search, é & 15") { $0.search = $1 }
        table.row("search_namespaces", false) { $0.searchNamespaces = $1 }
        table.row("simple", true) { $0.simple = $1 }
        table.row("sort", arrives: "asc") { $0.sort = .asc }
        table.row("starred", true) { $0.starred = $1 }
        table.row("statistics", false) { $0.statistics = $1 }
        table.row("topic", ["topic a", "topic b"]) { $0.topic = $1 }
        table.row("topic_id", 122) { $0.topicID = $1 }
        table.row("updated_after", arrives: "2024-02-29T12:00:03.500Z") { $0.updatedAfter = noon + 3.5 }
        table.row("updated_before", arrives: "2024-02-29T12:00:04.500Z") { $0.updatedBefore = noon + 4.5 }
        table.row("visibility", arrives: "internal") { $0.visibility = .internal }
        table.row("wiki_checksum_failed", false) { $0.wikiChecksumFailed = $1 }
        table.row("with_custom_attributes", true) { $0.withCustomAttributes = $1 }
        table.row("with_issues_enabled", false) { $0.withIssuesEnabled = $1 }
        table.row("with_merge_requests_enabled", true) { $0.withMergeRequestsEnabled = $1 }
        table.row("with_programming_language", "with programming language, é & 30") { $0.withProgrammingLanguage = $1 }
        table.row("marked_for_deletion_on", arrives: "2024-02-29") {
            $0.markedForDeletionOn = CalendarDate("2024-02-29")
        }
        table.row("active", false) { $0.active = $1 }
        table.row("custom_attributes", ["location": "Antarctica", "team & co": "a=b"]) { $0.customAttributes = $1 }
        table.row("page", 3) { $0.page = $1 }
        table.row("per_page", 50) { $0.perPage = $1 }
        table.row("pagination", arrives: "keyset") { $0.pagination = .keyset }
    }
}
