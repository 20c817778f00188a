# frozen_string_literal: true

require 'active_support/core_ext/object/to_query'

# Both ways GitLab pages a list, with the headers it sends for each. `paging` is the method of the routes that has the number of
# items up to which they count (`:count_limit`), and the host that they call themselves, if it is not that of the request
# (`:external_url`).
module Paging
  def paged(items)
    params[:pagination] == 'keyset' ? keyset_page(items) : offset_page(items)
  end

  # X-* headers and Link. Above a number of items the total is not counted, so it and the last page are not told.
  def offset_page(items)
    size = params[:per_page].clamp(1, 100)
    number = [params[:page], 1].max
    error!('Offset pagination has a maximum allowed offset of 50000', 405) if size * number > 50_000
    last = [(items.size.to_f / size).ceil, 1].max
    counted = items.size <= paging[:count_limit]
    header 'X-Per-Page', size.to_s
    header 'X-Page', number.to_s
    header 'X-Next-Page', number < last ? (number + 1).to_s : ''
    header 'X-Prev-Page', number > 1 ? (number - 1).to_s : ''
    header 'X-Total', items.size.to_s if counted
    header 'X-Total-Pages', last.to_s if counted
    pages = { prev: number - 1, next: number + 1, first: 1, last: counted && last }
    pages = pages.select { |_, page| page && page.between?(1, last) }
    header 'Link', pages.map { |rel, page| link(rel, page: page, per_page: size) }.join(', ')
    items.slice((number - 1) * size, size) || []
  end

  # Link alone, and none on the last page. The place in the list is told by the filter on the id.
  def keyset_page(items)
    error!('Keyset pagination is not yet available for this type of request', 405) unless params[:order_by] == 'id'
    page = items.first(params[:per_page].clamp(1, 100))
    cursor = params[:sort] == 'asc' ? :id_after : :id_before
    header 'Link', link(:next, cursor => page.last['id']) if page.size < items.size
    page
  end

  # GitLab spells its links from the parameters as it has parsed them, and with the host that it is configured to have.
  def link(rel, changes)
    uri = URI.parse(request.url)
    uri = URI.join(paging[:external_url], uri.path) if paging[:external_url]
    uri.query = params.merge(changes).to_query
    %(<#{uri}>; rel="#{rel}")
  end
end
