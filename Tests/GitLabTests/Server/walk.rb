# frozen_string_literal: true

require 'json'
require 'rack'

# A long list of projects that changes while it is walked, on a server that fails now and then:
#
#   /_walk/KEY/api/v4/projects       the list; KEY is made of count-failures-churn-seed, as in 100000-5-1-42
#   /_walk/KEY/facts                 how many requests came, failed and how, and what was created and deleted
#
# `failures` is how many requests of a hundred fail; with `churn` 1, each page is followed by creations and deletions
# before and behind the place that was reached. Projects are numbers; by keyset the pages come in the order of the ids.
class Walks
  def initialize
    @lock = Mutex.new
    @walks = {}
  end

  def call(env)
    _, _, key, *rest = env['PATH_INFO'].split('/')
    walk = @lock.synchronize { @walks[key] ||= Walk.new(*key.split('-').map(&:to_i)) }
    return [200, { 'Content-Type' => 'application/json' }, [JSON.generate(walk.facts)]] if rest == ['facts']

    walk.response(env)
  end
end

# One such list.
class Walk
  FAILURES = %i[reset close cut 500 502 503 504 429 html].freeze

  def initialize(count, failures, churn, seed, *)
    @lock = Mutex.new
    @random = Random.new(seed)
    @failures = failures
    @churns = churn == 1
    @next = count + 1
    @gone = {}
    @facts = Hash.new(0)
    @facts[:count] = count
    @facts[:created] = []
    @facts[:deleted] = []
  end

  def facts = @lock.synchronize { @facts.dup }

  def response(env)
    failure, page = @lock.synchronize do
      @facts[:requests] += 1
      next [fail!, nil] if @random.rand(100) < @failures

      [nil, page(env)]
    end
    failure ? play(failure, env) : page
  end

  private

  def fail!
    FAILURES.sample(random: @random).tap { |failure| @facts[failure] += 1 }
  end

  def play(failure, env)
    case failure
    when :'429' then [429, { 'Content-Type' => 'text/plain', 'Retry-After' => '1' }, ["Retry later\n"]]
    when :'500', :'502', :'503', :'504' then [failure.to_s.to_i, { 'Content-Type' => 'text/html' }, ['<html></html>']]
    when :html then [502, { 'Content-Type' => 'text/html' }, ['<html><title>502</title></html>']]
    else break_off(failure, env['rack.hijack'].call)
    end
  end

  def break_off(failure, socket)
    socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n[{\"id\":") if failure == :cut
    socket.setsockopt(Socket::SOL_SOCKET, Socket::SO_LINGER, [1, 0].pack('ii')) if failure == :reset
    socket.close
    [200, {}, []]
  end

  def page(env)
    query = Rack::Utils.parse_nested_query(env['QUERY_STRING'])
    size = (query['per_page'] || 20).to_i.clamp(1, 100)
    url = "http://#{env['HTTP_HOST']}#{env['PATH_INFO']}"
    return keyset_page(query, size, url) if query['pagination'] == 'keyset'

    offset_page(query, size, url)
  end

  def keyset_page(query, size, url)
    after = query['id_after'].to_i
    ids = []
    (after + 1...@next).each do |id|
      ids << id unless @gone[id]
      break if ids.size > size
    end
    more = ids.size > size
    ids = ids.first(size)
    link = "<#{url}?#{Rack::Utils.build_query(query.merge('id_after' => ids.last))}>; rel=\"next\""
    change(ids.last) if @churns && more
    json(ids, more ? { 'Link' => link } : {})
  end

  def offset_page(query, size, url)
    number = [(query['page'] || 1).to_i, 1].max
    if number * size > 50_000
      return [405, { 'Content-Type' => 'application/json' },
              [JSON.generate(error: 'Offset pagination has a maximum allowed offset of 50000 for requests')]]
    end

    first = ((number - 1) * size) + 1
    ids = (first...[first + size, @next].min).to_a
    more = first + size < @next
    link = "<#{url}?#{Rack::Utils.build_query(query.merge('page' => number + 1))}>; rel=\"next\""
    json(ids, { 'X-Page' => number.to_s, 'X-Per-Page' => size.to_s, 'X-Next-Page' => more ? (number + 1).to_s : '',
                **(more ? { 'Link' => link } : {}) })
  end

  # Deletes one project before the place that was reached and one behind it, and creates one.
  def change(reached)
    [reached - @random.rand(1..200), reached + @random.rand(1..200)].each do |id|
      next if id < 1 || id >= @facts[:count] || @gone[id]

      @gone[id] = true
      @facts[:deleted] << id
    end
    return if @facts[:created].size >= 500

    @facts[:created] << @next
    @next += 1
  end

  def json(ids, fields)
    body = ids.map { |id| %({"id":#{id},"name":"Project #{id}","path_with_namespace":"group/p#{id}"}) }.join(',')
    [200, { 'Content-Type' => 'application/json', **fields }, ["[#{body}]"]]
  end
end
