// The document of the tests, and the import of its first tag.

extension ImportTests {
    static let document = """
        openapi: 3.0.0
        info: { title: Odds and ends }
        components:
          schemas:
            RequestBody_1:
              type: object
              required: [title]
              properties:
                title: { type: string, maxLength: 255, description: Sentence of the document. }
                key: { type: string }
                can_push: { type: boolean, default: false, nullable: true }
                expires_at: { type: string, format: date }
            RequestBody_2:
              type: object
              properties:
                state: { type: string, enum: [open, closed] }
                other_state: { type: string, enum: [closed, open] }
                hash: { type: string }
                kind: { type: string, enum: [none, '+1', ''] }
                level: { type: integer, enum: [10, 20] }
                anything: { type: object }
                image: { type: string, format: binary }
            APIEntitiesDeployKey:
              type: object
              properties:
                id: { type: integer }
                title: { type: string, description: Sentence of the document. }
                user: { $ref: '#/components/schemas/APIEntitiesUserSafe' }
            APIEntitiesUserSafe:
              type: object
              properties:
                id: { type: integer }
                created_at: { type: string, format: date-time }
            Odd:
              type: object
              properties:
                id: { type: integer }
                children: { type: array, items: { $ref: '#/components/schemas/Odd' } }
                owner: { $ref: '#/components/schemas/Owner' }
                links: { type: object, properties: { self: { type: string } } }
            Owner:
              type: object
              properties:
                name: { type: string }
                token: { type: string }
                tokens: { type: array, items: {} }
                extra: { type: object, additionalProperties: { type: number } }
                either: { oneOf: [{ type: string }, { type: integer }] }
                file: { type: string, format: binary }
                matrix: { type: array, items: { type: array, items: { type: integer } } }
                secret_at: { type: string, format: date-time }
                ok: { type: boolean }
                nothing: { $ref: '#/components/schemas/Nothing' }
                parent: { $ref: '#/components/schemas/Odd' }
            Nothing: { type: object, properties: {} }
        paths:
          /api/v4/deploy_keys:
            get:
              tags: [Deploy keys]
              summary: Sentence of the document.
              parameters:
                - { in: query, name: page, schema: { type: integer, default: 1 } }
                - { in: query, name: per_page, schema: { type: integer, default: 20 } }
              responses:
                '200': { content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/APIEntitiesDeployKey' } } } } }
            post:
              tags: [Deploy keys]
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/RequestBody_1' } } } }
              responses:
                '201': { content: { application/json: { schema: { $ref: '#/components/schemas/APIEntitiesDeployKey' } } } }
          /api/v4/projects/{id}/deploy_keys/{key_id}:
            delete:
              tags: [Deploy keys]
              deprecated: true
              parameters:
                - { in: path, name: id, required: true, schema: { oneOf: [{ type: string }, { type: integer }] } }
                - { in: path, name: key_id, required: true, schema: { type: integer } }
              responses: { '204': { description: Sentence of the document. } }
          /api/v4/odds:
            get:
              tags: [Odds]
              parameters:
                - { in: query, name: 'not[label_name]', schema: { type: array, items: { type: string } } }
                - { in: query, name: 'not[user]', schema: { oneOf: [{ type: integer }, { type: string }] } }
                - { in: query, name: since, schema: { type: string, format: date-time }, description: '[DEPRECATED] Sentence of the document.' }
                - { in: query, name: count, schema: { type: integer, minimum: 1, maximum: 9, default: 5 } }
              responses:
                '200': { content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Odd' } } } } }
          /api/v4/odds/{id}/archive:
            post: { tags: [Odds], responses: { '201': { description: OK } } }
          /api/v4/projects/{id}/odds:
            get:
              tags: [Odds]
              responses: { '200': { content: { application/json: { schema: { $ref: '#/components/schemas/Odd' } } } } }
          /api/v4/projects/{id}/odds/{odd_id}:
            get:
              tags: [Odds]
              responses: { '200': { content: { application/json: { schema: { $ref: '#/components/schemas/Odd' } } } } }
          /api/v4/projects/{id}/(-/)odds/search:
            post:
              tags: [Odds]
              parameters:
                - { in: query, name: file.path, schema: { type: string } }
              requestBody: { content: { multipart/form-data: { schema: { $ref: '#/components/schemas/RequestBody_2' } } } }
              responses: { '204': { description: OK } }
          /api/v4/odds/{id}/report:
            get: { tags: [Odds], responses: { '200': { description: OK } } }
          /api/v4/odds/{id}/files/*file_path:
            get:
              tags: [Odds]
              responses: { '200': { content: { application/json: { schema: { type: array, items: { type: string } } } } } }

        """

    static let operations = """
        # yaml-language-server: $schema=schema.json
        # TODO: imported from an OpenAPI document, tag Deploy keys.

        resource:
          name: deployKeys
          type: DeployKeys
          about: "TODO: describe its purpose."
          docs: https://docs.gitlab.com/api/deploy_keys/

        operations:

          list:
            GET: "/deploy_keys"
            about: "TODO: say what it does; its names are guesses."
            returns: [DeployKey]
            pages: [offset]

          create:
            POST: "/deploy_keys"
            about: "TODO: say what it does; its names are guesses."
            returns: DeployKey
            body:
              title: { type: string, required: true, max_length: 255, about: "TODO: say what it is." }
              key: { type: string, about: "TODO: say what it is." }
              can_push: { type: boolean, default: false, about: "TODO: say what it is." }
              expires_at: { type: date, about: "TODO: say what it is." }

          delete:
            DELETE: "/projects/:id/deploy_keys/:key_id"
            about: "TODO: say what it does; its names are guesses."
            returns: nothing
            deprecated: {}
            path:
              id: { type: id_or_path, of: project, required: true, about: "TODO: say what it is." }
              key_id: { type: integer, required: true, about: "TODO: say what it is." }

        """

    static let types = """
        # yaml-language-server: $schema=../schema.json
        # TODO: the attributes and responses of the operations of Deploy keys.

        types:
          UserSafe:
            about: "TODO: say what it is; the name is a guess."
            fields:
              id: { type: integer, about: "TODO: say what it is." }
              created_at: { type: datetime, about: "TODO: say what it is." }
          DeployKey:
            about: "TODO: say what it is; the name is a guess."
            fields:
              id: { type: integer, about: "TODO: say what it is." }
              title: { type: string, about: "TODO: say what it is." }
              user: { type: UserSafe, about: "TODO: say what it is." }

        """
}
