#!/usr/bin/env python3
"""Does with python-gitlab what a program does with GitLab, and fails where gitlab-fake responds in another way.

    python_gitlab.py URL TOKEN

scripts/check-fake.sh runs it. The server has the project tools/compiler, and nothing else has been done with it."""

import sys
import tempfile
import warnings
from pathlib import Path

import gitlab
import gitlab.const
import gitlab.exceptions

# A list that python-gitlab cuts short is a mistake of this script.
warnings.simplefilter("error", UserWarning)


def step(text):
    print(f"- {text}", flush=True)


def equal(found, expected):
    if found != expected:
        raise AssertionError(f"found {found!r} instead of {expected!r}")


def fails(kind, status, call):
    """Runs a call that has to raise an exception of python-gitlab, and returns it."""
    try:
        result = call()
    except kind as error:
        equal(error.response_code, status)
        return error
    raise AssertionError(f"returned {result!r} instead of raising {kind.__name__}")


def projects(gl):
    step("a project is created, found by number and by path, and edited")
    project = gl.projects.create({"name": "Parser", "visibility": "private", "topics": ["swift", "parsing"]})
    equal(project.path_with_namespace, "root/parser")
    equal(gl.projects.get("root/parser").id, project.id)
    equal(gl.projects.get(project.id).topics, ["swift", "parsing"])
    project.description = "Reads what was written"
    project.save()
    equal(gl.projects.get(project.id).description, "Reads what was written")
    equal([each.id for each in gl.projects.list(search="parser", get_all=True)], [project.id])

    step("a project is starred, archived and unarchived")
    project.star()
    equal(gl.projects.get(project.id).star_count, 1)
    project.archive()
    equal(gl.projects.get(project.id).archived, True)
    project.unarchive()
    equal(gl.projects.get(project.id).archived, False)
    return project


def groups(gl):
    step("a group is created with a subgroup and a project in it")
    group = gl.groups.create({"name": "Teams", "path": "teams"})
    subgroup = gl.groups.create({"name": "Docs", "path": "docs", "parent_id": group.id})
    equal(subgroup.full_path, "teams/docs")
    equal(gl.groups.get("teams/docs").id, subgroup.id)
    project = gl.projects.create({"name": "Handbook", "namespace_id": subgroup.id})
    equal(project.path_with_namespace, "teams/docs/handbook")
    equal([each.id for each in subgroup.projects.list(get_all=True)], [project.id])
    equal(group.projects.list(get_all=True), [])
    equal([each.id for each in group.projects.list(include_subgroups=True, get_all=True)], [project.id])
    equal([each.full_path for each in group.subgroups.list(get_all=True)], ["teams/docs"])
    fails(gitlab.exceptions.GitlabCreateError, 400, lambda: gl.groups.create({"name": "Teams", "path": "teams"}))
    group.description = "All of them"
    group.save()
    equal(gl.groups.get("teams").description, "All of them")
    member = group.members.create({"user_id": 12, "access_level": gitlab.const.AccessLevel.DEVELOPER})
    member.access_level = gitlab.const.AccessLevel.MAINTAINER
    member.save()
    equal(group.members.get(12).access_level, 40)
    group.members.delete(12)
    equal(group.members.list(get_all=True), [])


def issues(project):
    step("labels and milestones are created and edited")
    project.labels.create({"name": "bug", "color": "#dd0000"})
    label = project.labels.get("bug")
    label.description = "Something is wrong"
    label.save()
    equal(project.labels.get("bug").description, "Something is wrong")
    project.labels.create({"name": "slow", "color": "#00dd00"})
    project.labels.update("slow", {"new_name": "slower"})
    equal([each.name for each in project.labels.list(get_all=True)], ["bug", "slower"])
    project.labels.delete("slower")
    equal([each.name for each in project.labels.list(get_all=True)], ["bug"])
    milestone = project.milestones.create({"title": "1.0", "due_date": "2026-12-31"})
    equal(project.milestones.get(milestone.id).due_date, "2026-12-31")
    milestone.state_event = "close"
    milestone.save()
    equal(project.milestones.get(milestone.id).state, "closed")

    step("an issue is created, edited, commented and closed")
    issue = project.issues.create(
        {"title": "Slow", "description": "It takes a minute.", "labels": ["bug"], "milestone_id": milestone.id})
    equal((issue.iid, issue.state, issue.labels), (1, "opened", ["bug"]))
    issue.labels = ["bug", "urgent"]
    issue.save()
    equal(project.issues.get(1).labels, ["bug", "urgent"])
    note = issue.notes.create({"body": "Here too."})
    note.body = "Here too, on two machines."
    note.save()
    equal([each.body for each in issue.notes.list(get_all=True)], ["Here too, on two machines."])
    note.delete()
    equal(issue.notes.list(get_all=True), [])
    project.issues.update(1, {"add_labels": "later", "remove_labels": "urgent"})
    equal(project.issues.get(1).labels, ["bug", "later"])
    issue.subscribe()
    project.issues.update(1, {"state_event": "close"})
    equal(project.issues.get(1).state, "closed")
    equal(project.issues.list(state="opened", get_all=True), [])
    equal([each.iid for each in project.issues.list(labels=["bug"], get_all=True)], [1])


def merge_requests(project):
    step("a branch is created, and a merge request of it is discussed, approved and merged")
    branch = project.branches.create({"branch": "fix/slow", "ref": "main"})
    equal(project.branches.get("fix/slow").name, branch.name)
    request = project.mergerequests.create(
        {"source_branch": "fix/slow", "target_branch": "main", "title": "Draft: Speed up", "labels": ["bug"]})
    equal((request.iid, request.state, request.source_branch), (1, "opened", "fix/slow"))
    request.title = "Speed up"
    request.save()
    request.notes.create({"body": "Looks good."})
    equal([each.body for each in request.notes.list(get_all=True)], ["Looks good."])
    discussion = request.discussions.create({"body": "Why?"})
    equal(request.discussions.get(discussion.id).attributes["notes"][0]["body"], "Why?")
    request.approve()
    equal(request.approvals.get().approved, True)
    request.unapprove()
    equal(request.approvals.get().approved, False)
    merged = request.merge()
    equal(merged["state"], "merged")
    equal(project.mergerequests.get(1).state, "merged")
    equal(project.mergerequests.get(1).title, "Speed up")
    equal([each.iid for each in project.mergerequests.list(state="merged", get_all=True)], [1])
    fails(gitlab.exceptions.GitlabMRClosedError, 405, request.merge)
    branch.delete()
    fails(gitlab.exceptions.GitlabGetError, 404, lambda: project.branches.get("fix/slow"))


def files(project):
    step("a file is uploaded")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "report.txt")
        path.write_bytes(b"\x00\xff\r\n--boundary\r\n" * 1000)
        uploaded = project.upload(path.name, filepath=path)
    equal((uploaded["alt"], uploaded["markdown"]), ("report.txt", f"[report.txt]({uploaded['url']})"))

    step("a file of the repository is created, edited, found by its path, and deleted")
    created = project.files.create(
        {"file_path": "docs/read me.md", "branch": "main", "content": "Hello", "commit_message": "Add"})
    equal(created.file_path, "docs/read me.md")
    file = project.files.get("docs/read me.md", ref="main")
    equal(file.decode(), b"Hello")
    file.content = "Hello again"
    file.save("main", "Edit")
    equal(project.files.get("docs/read me.md", ref="main").decode(), b"Hello again")
    project.files.delete("docs/read me.md", "Remove", "main")
    fails(gitlab.exceptions.GitlabGetError, 404, lambda: project.files.get("docs/read me.md", ref="main"))

    step("a commit, a tag and a release are created")
    actions = [{"action": "create", "file_path": "a.txt", "content": "Hello"}]
    commit = project.commits.create({"branch": "main", "commit_message": "Add a\n\nIt is needed.", "actions": actions})
    equal((commit.title, commit.message), ("Add a", "Add a\n\nIt is needed."))
    equal([each.id for each in project.commits.list(get_all=True)], [commit.id])
    equal(project.tags.create({"tag_name": "1.0", "ref": "main", "message": "First"}).message, "First")
    project.releases.create({"tag_name": "1.0", "name": "One", "description": "The first"})
    equal([(each.tag_name, each.description) for each in project.releases.list(get_all=True)], [("1.0", "The first")])
    project.exports.create()

    step("a variable and a hook are created, edited and deleted")
    variable = project.variables.create({"key": "LEVEL", "value": "1", "protected": True})
    variable.value = "2"
    variable.save()
    equal((project.variables.get("LEVEL").value, project.variables.get("LEVEL").protected), ("2", True))
    variable.delete()
    fails(gitlab.exceptions.GitlabGetError, 404, lambda: project.variables.get("LEVEL"))
    hook = project.hooks.create({"url": "https://example.com/hook", "push_events": True})
    hook.url = "https://example.com/other"
    hook.save()
    equal([each.url for each in project.hooks.list(get_all=True)], ["https://example.com/other"])
    hook.delete()


def pages(gl, project):
    step("a list is read by pages with their totals, and by an iterator")
    for number in range(45):
        project.issues.create({"title": f"Issue {number}"})
    page = project.issues.list(iterator=True, per_page=20, order_by="created_at", sort="asc")
    equal((page.total, page.total_pages, page.per_page, page.prev_page, page.next_page), (46, 3, 20, None, 2))
    equal([each.iid for each in page], list(range(1, 47)))
    last = project.issues.list(page=3, per_page=20, get_all=False)
    equal(len(last), 6)
    equal(len(project.issues.list(get_all=True)), 46)

    step("a list is read by keyset")
    for number in range(7):
        gl.projects.create({"name": f"Page {number}"})
    walk = gl.projects.list(iterator=True, pagination="keyset", order_by="id", sort="asc", per_page=3)
    ids = [each.id for each in walk]
    equal((ids, len(set(ids))), (sorted(ids), len(gl.projects.list(get_all=True))))
    equal(walk.total, None)


def errors(gl, url, project):
    step("errors are raised as exceptions of python-gitlab")
    fails(gitlab.exceptions.GitlabGetError, 404, lambda: gl.projects.get("no/such"))
    fails(gitlab.exceptions.GitlabGetError, 404, lambda: project.issues.get(4711))
    empty = fails(gitlab.exceptions.GitlabCreateError, 400, lambda: project.issues.create({"title": ""}))
    equal(empty.error_message, "title is empty")
    taken = fails(gitlab.exceptions.GitlabCreateError, 400, lambda: gl.projects.create({"name": "Parser"}))
    equal(sorted(taken.error_message), ["name", "path"])
    fails(gitlab.exceptions.GitlabHttpError, 400, lambda: gl.http_get("/projects", {"order_by": "colour"}))
    other = gitlab.Gitlab(url, private_token="another")
    fails(gitlab.exceptions.GitlabAuthenticationError, 401, lambda: other.projects.list(get_all=True))
    oauth = gitlab.Gitlab(url, oauth_token=gl.private_token)
    equal(oauth.projects.get(project.id).id, project.id)
    fails(gitlab.exceptions.GitlabHttpError, 404, lambda: gl.http_get("/no/such/operation"))


def deletions(gl, project):
    step("an issue and a project are deleted")
    project.issues.delete(1)
    fails(gitlab.exceptions.GitlabGetError, 404, lambda: project.issues.get(1))
    project.delete()
    equal(gl.projects.get(project.id).marked_for_deletion_on is not None, True)


def limits(gl):
    """What gitlab-fake cannot do for this client: calls that do in GitLab what their names say. Each has to fail or return
    False. One that returns True belongs into the tour, and its entry goes."""
    project = gl.projects.get("tools/compiler")
    issue = project.issues.create({"title": "Limits", "assignee_ids": [12]})
    request = project.mergerequests.create({"source_branch": "a", "target_branch": "main", "title": "Limits"})

    def raw_files():
        project.files.create({"file_path": "a.txt", "branch": "main", "content": "Hello", "commit_message": "Add"})
        return project.files.raw("a.txt", ref="main") == b"Hello"

    def commits_change_files():
        actions = [{"action": "create", "file_path": "b.txt", "content": "Hello"}]
        project.commits.create({"branch": "main", "commit_message": "Add b", "actions": actions})
        return project.files.get("b.txt", ref="main").file_path == "b.txt"

    def packages():
        project.generic_packages.upload("parser", "1.0", "parser.bin", data=b"Hello")
        return project.generic_packages.download("parser", "1.0", "parser.bin") == b"Hello"

    def discussions_show_replies():
        discussion = request.discussions.create({"body": "Why?"})
        discussion.notes.create({"body": "Because."})
        return len(request.discussions.get(discussion.id).attributes["notes"]) == 2

    def merging_removes_the_branch():
        project.branches.create({"branch": "a", "ref": "main"})
        request.merge(should_remove_source_branch=True)
        return [branch.name for branch in project.branches.list(get_all=True)] == []

    def renaming_a_group():
        group = gl.groups.get("tools")
        group.path = "utilities"
        group.save()
        return gl.groups.get(group.id).full_path == "utilities"

    def forks():
        return project.forks.create({"namespace": "teams", "path": "fork"}).path_with_namespace == "teams/fork"

    def pipelines_have_jobs():
        return project.pipelines.create({"ref": "main"}).jobs.list(get_all=True) != []

    def protected_branches_show_levels():
        branch = project.protectedbranches.create({"name": "main", "push_access_level": 40})
        return branch.push_access_levels[0]["access_level"] == 40

    return {
        "raw content of a file": raw_files,
        "the tree of the repository": lambda: project.repository_tree(get_all=True) == [],
        "commits that change files": commits_change_files,
        "content of packages": packages,
        "replies within a discussion": discussions_show_replies,
        "removing the branch of a merge request": merging_removes_the_branch,
        "assignees": lambda: issue.assignees[0]["id"] == 12,
        "filtering by assignee": lambda: project.issues.list(assignee_id=4711, get_all=True) == [],
        "time tracking": lambda: issue.time_estimate("3h")["time_estimate"] == 10800,
        "to-do items": lambda: issue.todo() or gl.todos.list(get_all=True) != [],
        "search": lambda: gl.search("projects", "compiler")[0].get("id") == project.id,
        "namespaces": lambda: "teams" in [each.full_path for each in gl.namespaces.list(get_all=True)],
        "the path of a group": renaming_a_group,
        "the path of a fork": forks,
        "jobs of a pipeline": pipelines_have_jobs,
        "levels of protected branches": protected_branches_show_levels,
        "languages": lambda: project.languages() == {},
    }


def check_limits(gl):
    step("what gitlab-fake cannot do for python-gitlab:")
    works = []
    for name, call in limits(gl).items():
        try:
            can, why = call(), "responds in another way than GitLab"
        except gitlab.exceptions.GitlabError as error:
            can, why = False, str(error)
        print(f"  {name}: {'WORKS' if can else why}", flush=True)
        works += [name] if can else []
    equal(works, [])


def main():
    url, token = sys.argv[1:]
    gl = gitlab.Gitlab(url, private_token=token, retry_transient_errors=False)
    gl.auth()
    project = projects(gl)
    groups(gl)
    issues(project)
    merge_requests(project)
    files(project)
    pages(gl, project)
    errors(gl, url, project)
    deletions(gl, project)
    check_limits(gl)


main()
