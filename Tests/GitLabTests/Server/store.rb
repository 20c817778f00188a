# frozen_string_literal: true

# The projects behind the API: 250 of them from the start, in two groups, changed by create and edit.
class Store
  NAMESPACES = { 1 => 'root', 2 => 'group', 3 => 'group/sub' }.freeze
  MOVED = { 'old/project' => 7 }.freeze # a path that project 7 had before
  SIMPLE = %w[id description name name_with_namespace path path_with_namespace created_at default_branch topics
              tag_list web_url star_count forks_count last_activity_at namespace visibility].freeze
  UNSHOWN = %w[import_url avatar namespace_id container_expiration_policy_attributes initialize_with_readme
               template_name template_project_id use_custom_template group_with_project_templates_id].freeze

  attr_accessor :options

  def initialize
    @lock = Mutex.new
    @projects = {}
    (1..250).each { |id| add(seed(id)) }
  end

  def find(id)
    @lock.synchronize do
      id.match?(/\A\d+\z/) ? @projects[id.to_i] : @projects.each_value.find { |p| p['path_with_namespace'] == id }
    end
  end

  # Stores a new project and returns it, or returns the messages that say why not.
  def create(given)
    namespace = NAMESPACES.key?(given['namespace_id']) ? given['namespace_id'] : 1
    name = given['name'] || given['path']
    path = given['path'] || name.downcase.gsub(/[^a-z0-9_.-]+/, '-')
    @lock.synchronize do
      problems = problems_with({ 'name' => name, 'path' => path }, namespace)
      return [nil, problems] if problems.any?

      id = @projects.keys.max + 1
      [add(bare(id, name, path, namespace).merge(shown(given)).merge('name' => name, 'path' => path)), nil]
    end
  end

  def edit(project, given)
    @lock.synchronize do
      problems = problems_with(given.slice('name', 'path'), project.dig('namespace', 'id'), besides: project['id'])
      return [nil, problems] if problems.any?

      [add(project.merge(shown(given))), nil]
    end
  end

  # Changes what no attribute of an edit changes.
  def change(project, changes)
    @lock.synchronize { add(project.merge(changes)) }
  end

  def remove(project)
    @lock.synchronize { @projects.delete(project['id']) }
  end

  def select(filters)
    projects = @lock.synchronize { @projects.values }
    projects = projects.select { |project| wanted?(project, filters) }
    key = filters['order_by']
    key = 'id' unless %w[name path created_at updated_at last_activity_at star_count].include?(key)
    projects = projects.sort_by { |project| [project[key], project['id']] }
    filters['sort'] == 'asc' ? projects : projects.reverse
  end

  private

  def wanted?(project, filters)
    filters.all? do |key, value|
      next true if value.nil?

      case key
      when 'search' then value.downcase.split.all? { |term| text_of(project).include?(term) }
      when 'visibility', 'archived' then project[key] == value
      when 'topic' then (value - project['topics']).empty?
      when 'custom_attributes' then value.all? { |name, wanted| project['custom'][name.to_s] == wanted }
      when 'id_after' then project['id'] > value
      when 'id_before' then project['id'] < value
      else true
      end
    end
  end

  def text_of(project) = project.values_at('name', 'path', 'description').join(' ').downcase

  # Returns the problems with a name or a path, by attribute.
  def problems_with(names, namespace, besides: nil)
    others = @projects.values.select { |p| p.dig('namespace', 'id') == namespace && p['id'] != besides }
    names.each_with_object({}) do |(key, name), problems|
      problems[key] = ["can't be blank"] if name.to_s.empty?
      problems[key] = ['has already been taken'] if others.any? { |p| p[key] == name }
    end
  end

  # The attributes of a request that show in the project again, the way they show.
  def shown(given)
    changes = given.except(*UNSHOWN)
    changes['topics'] ||= changes['tag_list'] if changes['tag_list']
    changes['tag_list'] = changes['topics'] if changes['topics']
    policy = given['container_expiration_policy_attributes']
    changes['container_expiration_policy'] = policy if policy
    return changes unless given.key?('avatar')

    picture = given['avatar']
    changes['avatar_url'] = picture && "https://gitlab.test/uploads/#{picture['filename']}"
    changes['picture'] = picture && { 'name' => picture['filename'], 'type' => picture['type'],
                                      'bytes' => picture['tempfile'].tap(&:rewind).read }
    changes
  end

  def seed(id)
    path = id == 7 ? 'project' : "p#{id}"
    bare(id, "Project #{id}", path, id == 7 || (id % 5).zero? ? 3 : 2).merge(
      'visibility' => %w[public private internal][id % 3], 'archived' => (id % 10).zero?,
      'description' => "The project with number #{id}", 'topics' => id.even? ? %w[swift even] : %w[swift],
      'custom' => (id % 50).zero? ? { 'location' => 'Antarctica', 'team' => 'a&b;c+d' } : {}
    )
  end

  def bare(id, name, path, namespace)
    time = (Time.utc(2020) + (id * 3600)).strftime('%Y-%m-%dT%H:%M:%S.%LZ')
    { 'id' => id, 'name' => name, 'path' => path, 'description' => nil, 'visibility' => 'private', 'archived' => false,
      'topics' => [], 'custom' => {}, 'star_count' => 0, 'forks_count' => 0, 'default_branch' => 'main',
      'created_at' => time, 'updated_at' => time, 'last_activity_at' => time, 'namespace' => { 'id' => namespace } }
  end

  # Called under the lock. Fills in what follows from name, path and namespace.
  def add(project)
    full = NAMESPACES[project.dig('namespace', 'id')]
    place = { 'id' => project.dig('namespace', 'id'), 'name' => full.split('/').last, 'path' => full.split('/').last,
              'kind' => full == 'root' ? 'user' : 'group', 'full_path' => full, 'parent_id' => nil }
    @projects[project['id']] = project.merge(
      'namespace' => place, 'path_with_namespace' => "#{full}/#{project['path']}", 'tag_list' => project['topics'],
      'name_with_namespace' => "#{full.gsub('/', ' / ')} / #{project['name']}",
      'web_url' => "https://gitlab.test/#{full}/#{project['path']}"
    )
  end
end
