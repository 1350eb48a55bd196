// Generated from the OpenAPI document by `npm run docs`; do not edit.
export interface paths {
    "/api/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OpenAPI 3.1 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ready or not, and how durable */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Ready to serve */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Health"];
                    };
                };
                /** @description Not ready yet, or about to stop */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Health"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures of the running server, for this machine or with the token of the configuration */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The text format of Prometheus */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change one’s own password; all other sessions end */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        current: string;
                        next: string;
                    };
                };
            };
            responses: {
                /** @description Changed */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who am I */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The person and the role in force */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Sign in */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        login: string;
                        password: string;
                        /** @description A one-time code or one for recovery, when the server asks for it. */
                        code?: string;
                    };
                };
            };
            responses: {
                /** @description Signed in; the session cookie is set */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Sign out */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Signed out; the cookie is cleared */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Act in another of one’s own roles */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        role: string;
                        /**
                         * Format: uuid
                         * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                         */
                        organisation?: string;
                    };
                };
            };
            responses: {
                /** @description The role now in force */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/end-others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End all of one’s own sessions but this one */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description How many */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ended: number;
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of one’s own sessions */
        delete: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Ended */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/end-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End one session of a person, or all */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                         */
                        session: string | null;
                    };
                };
            };
            responses: {
                /** @description How many */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ended: number;
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s own sessions */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Sessions in force */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnSessions"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove anew who one is */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        password?: string;
                        /** @description From whoever has a second factor; the password does not count then. */
                        code?: string;
                    };
                };
            };
            responses: {
                /** @description Proved */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sessions, lock and second factors of a person */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description How the person signs in */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignInState"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/reset-factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the second factors of a person away who lost them */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description How many */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            removed: number;
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a person whose login is locked try again at once */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description How many wrong tries were forgotten */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            forgotten: number;
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/factors/certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let the client certificate of this request stand for oneself */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Bound */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/factors/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put one-time codes in force by the first of them */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Codes for recovery, told once */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecoveryCodes"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s own second factors */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Second factors */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnFactors"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/factors/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take one of one’s own second factors away */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "totp" | "certificate";
                    };
                };
            };
            responses: {
                /** @description Removed */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/factors/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make new codes for recovery */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Codes for recovery, told once */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecoveryCodes"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/factors/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin one-time codes; the secret is told once */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The secret */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TotpStarted"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/safeguards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which measures guard signing in here */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The measures */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SafeguardsView"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Set the measures from now on */
        put: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        secondFactor: boolean;
                        stepUp: boolean;
                        separated: boolean;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description The measures */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SafeguardsView"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Rename, move, close or open an organisation */
        patch: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        home?: string | null;
                        creditCode?: string | null;
                        active?: boolean;
                    };
                };
            };
            responses: {
                /** @description The organisation */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganisationView"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change name, password, roles, or close an account */
        patch: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        /** @enum {string} */
                        language?: "zh" | "en";
                        password?: string;
                        active?: boolean;
                        memberships?: {
                            /**
                             * Format: uuid
                             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                             */
                            organisation: string;
                            role: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description The person */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PersonView"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organisations of this installation */
        get: {
            parameters: {
                query?: {
                    /** @description From `next` of the page before. */
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Organisations */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["OrganisationView"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add an organisation */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @enum {string} */
                        kind: "government" | "firm" | "institute";
                        home?: string;
                        creditCode?: string;
                    };
                };
            };
            responses: {
                /** @description The organisation */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganisationView"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People of this installation */
        get: {
            parameters: {
                query?: {
                    /** @description From `next` of the page before. */
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description People */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["PersonView"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a person */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        login: string;
                        name: string;
                        /** @enum {string} */
                        language?: "zh" | "en";
                        password?: string;
                        memberships?: {
                            /**
                             * Format: uuid
                             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                             */
                            organisation: string;
                            role: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description The person */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WrittenPerson"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Roles and what they allow */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Roles */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["RoleView"][];
                            next: null;
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a new password for a person; it is told this once */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The person and the password */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WrittenPerson"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/own/seat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say where one’s own organisation has its seat
         * @description Near and far are judged from there, so an office says it of itself.
         */
        put: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Division code. */
                        home: string;
                    };
                };
            };
            responses: {
                /** @description The organisation */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganisationView"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Consents, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Consents */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["ConsentView"][];
                            next: null;
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Record that an organisation consented to our keeping its private data */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                         */
                        organisation: string;
                        /** @description In the words of the letter. */
                        covers: string;
                        /** @description Where the letter is found. */
                        document: string;
                        /**
                         * Format: date
                         * @example 2026-11-20
                         */
                        givenOn: string;
                        /**
                         * Format: date
                         * @default null
                         * @example 2026-11-20
                         */
                        endsOn?: string | null;
                    };
                };
            };
            responses: {
                /** @description The consent */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ConsentView"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consents/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that a consent was withdrawn; from now on nothing comes in under it */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The consent */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ConsentView"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the desk confirms, and who set it so */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The desk */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskView"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Set how the desk confirms from now on */
        put: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        mode: "four-eyes" | "one-person";
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description The desk */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskView"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is known, in figures */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The overview */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Overview"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/chains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The chains of this installation */
        get: {
            parameters: {
                query?: {
                    /** @description From `next` of the page before. */
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Chains */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["ChainSummary"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a chain */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        englishName?: string;
                        scope?: string;
                        /** @description How this is known, in a sentence; it becomes the typed source of the claims. */
                        sourceNote: string;
                        /**
                         * @default internal
                         * @enum {string}
                         */
                        label?: "public" | "internal";
                    };
                };
            };
            responses: {
                /** @description The new chain */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: uuid
                             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                             */
                            id: string;
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/chains/{id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a supply link between two stages */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                         */
                        from: string;
                        /**
                         * Format: uuid
                         * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                         */
                        to: string;
                        /** @description How this is known, in a sentence; it becomes the typed source of the claims. */
                        sourceNote: string;
                        /**
                         * @default internal
                         * @enum {string}
                         */
                        label?: "public" | "internal";
                    };
                };
            };
            responses: {
                /** @description The new link */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: uuid
                             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                             */
                            id: string;
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/chains/{id}/stages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a stage */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        englishName?: string;
                        /**
                         * Format: uuid
                         * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                         */
                        parent?: string;
                        position: components["schemas"]["Position"];
                        column?: string;
                        order?: number;
                        /** @description How this is known, in a sentence; it becomes the typed source of the claims. */
                        sourceNote: string;
                        /**
                         * @default internal
                         * @enum {string}
                         */
                        label?: "public" | "internal";
                    };
                };
            };
            responses: {
                /** @description The new stage */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: uuid
                             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                             */
                            id: string;
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/chains/{id}/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The chain map, as known and as it was */
        get: {
            parameters: {
                query?: {
                    /** @description As known at the end of this day (UTC). */
                    known?: string;
                    /** @description As it was on this day. */
                    valid?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The map */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChainMap"];
                    };
                };
                /** @description Unchanged since the given ETag */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One stage with its facts, firms and neighbours */
        get: {
            parameters: {
                query?: {
                    /** @description As known at the end of this day (UTC). */
                    known?: string;
                    /** @description As it was on this day. */
                    valid?: string;
                    chain?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The stage */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StageView"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/{id}/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is to be known of all rows of a version before it is signed, in numbers */
        get: {
            parameters: {
                query: {
                    chain: string;
                    number?: number;
                    compare?: number;
                };
                header?: never;
                path: {
                    /** @description The id that the file of the list gives it. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The numbers */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListCounts"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/{id}/versions/{number}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a row to a draft or take one out by hand, for a reason and on the ground of a claim */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path: {
                    /** @description The id that the file of the list gives it. */
                    id: string;
                    number: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                         */
                        chain: string;
                        /**
                         * Format: uuid
                         * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                         */
                        thing: string;
                        /** @enum {string} */
                        act: "add" | "remove" | "undo";
                        reason: string;
                        /**
                         * Format: uuid
                         * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                         */
                        claim?: string;
                    };
                };
            };
            responses: {
                /** @description The draft */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListChanged"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The versions of a list of a chain, the newest first */
        get: {
            parameters: {
                query: {
                    chain: string;
                };
                header?: never;
                path: {
                    /** @description The id that the file of the list gives it. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The versions */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: (components["schemas"]["ListVersionHead"] & {
                                steps: components["schemas"]["ListStep"][];
                            })[];
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Draw up the next version of a list, or its open draft anew */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path: {
                    /** @description The id that the file of the list gives it. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                         */
                        chain: string;
                        /**
                         * Format: date
                         * @description As known at the end of this day (UTC).
                         * @example 2026-11-20
                         */
                        known?: string;
                        /**
                         * Format: date
                         * @description As it was on this day.
                         * @example 2026-11-20
                         */
                        valid?: string;
                    };
                };
            };
            responses: {
                /** @description The draft */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListChanged"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lists of a chain, with the newest version of each */
        get: {
            parameters: {
                query?: {
                    chain?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The lists; without a chain, those at hand */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListsAnswer"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/{id}/difference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What differs between two versions of a list */
        get: {
            parameters: {
                query: {
                    chain: string;
                    from: number;
                    to: number;
                };
                header?: never;
                path: {
                    /** @description The id that the file of the list gives it. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The rows that were added, changed or removed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            from: number;
                            to: number;
                            changes: {
                                added: number;
                                changed: number;
                                removed: number;
                                same: number;
                            };
                            rows: components["schemas"]["ListRow"][];
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/{id}/gaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why things do not enter a list: each condition over all candidates, and what is missing */
        get: {
            parameters: {
                query: {
                    chain: string;
                    /** @description As known at the end of this day (UTC). */
                    known?: string;
                    /** @description As it was on this day. */
                    valid?: string;
                };
                header?: never;
                path: {
                    /** @description The id that the file of the list gives it. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What keeps things out */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListGaps"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version of a list: a page of its rows, and how each differs from an earlier version */
        get: {
            parameters: {
                query: {
                    chain: string;
                    number?: number;
                    compare?: number;
                    /** @description From `next` of the page before. */
                    cursor?: string;
                    limit?: number;
                    /** @description Characters that a name holds. */
                    q?: string;
                    /** @description Only rows that differ. */
                    only?: "changes";
                    /** @description A column, `name`, `sources` or `basis`; after `-` downwards. */
                    sort?: string;
                };
                header?: never;
                path: {
                    /** @description The id that the file of the list gives it. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The list */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListView"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/{id}/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why a thing is in a version of a list, or why it is not */
        get: {
            parameters: {
                query: {
                    chain: string;
                    number: number;
                    compare?: number;
                    thing: string;
                };
                header?: never;
                path: {
                    /** @description The id that the file of the list gives it. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Each condition with its claims */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListWhy"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/{id}/versions/{number}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a submitted version back to be changed */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path: {
                    /** @description The id that the file of the list gives it. */
                    id: string;
                    number: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                         */
                        chain: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description The draft */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListChanged"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/{id}/versions/{number}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign a submitted version, which is then frozen */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path: {
                    /** @description The id that the file of the list gives it. */
                    id: string;
                    number: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                         */
                        chain: string;
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description The version */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListChanged"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/{id}/versions/{number}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Submit a draft for its signature */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path: {
                    /** @description The id that the file of the list gives it. */
                    id: string;
                    number: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                         */
                        chain: string;
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description The version */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListChanged"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/{id}/versions/{number}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A copy of a version, reviewed for its readers; that it left is logged with its hash */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path: {
                    /** @description The id that the file of the list gives it. */
                    id: string;
                    number: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                         */
                        chain: string;
                        /**
                         * @description Who will read it.
                         * @enum {string}
                         */
                        audience: "public" | "internal";
                        /** @enum {string} */
                        format: "xlsx" | "docx" | "csv" | "bundle";
                    };
                };
            };
            responses: {
                /** @description The file, in the language of the user */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/{id}/versions/{number}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a copy of a version for these readers would hold, and what would be hidden and why */
        get: {
            parameters: {
                query: {
                    chain: string;
                    /** @description Who will read it. */
                    audience?: "public" | "internal";
                };
                header?: never;
                path: {
                    /** @description The id that the file of the list gives it. */
                    id: string;
                    number: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Before anything leaves */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListReview"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/firms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Firms, by name or initials */
        get: {
            parameters: {
                query?: {
                    /** @description From `next` of the page before. */
                    cursor?: string;
                    limit?: number;
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Firms */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["FirmRow"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/things/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One thing with its names, values and links */
        get: {
            parameters: {
                query?: {
                    /** @description As known at the end of this day (UTC). */
                    known?: string;
                    /** @description As it was on this day. */
                    valid?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The thing */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ThingView"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/claims/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read the span again and compare it with the quote */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What the source says now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ClaimCheck"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/claims/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a claim that waits for a person stand, or reject it */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "publish" | "reject";
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description The decision */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: uuid
                             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                             */
                            id: string;
                            /**
                             * Format: uuid
                             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                             */
                            decision: string;
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/claims/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A claim as it is kept: what its source says, where, and what was decided of it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The claim */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ClaimRecordView"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** State a claim on one’s own word, with a note of how it is known */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ClaimInput"];
                };
            };
            responses: {
                /** @description The claim */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: uuid
                             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                             */
                            id: string;
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/claims/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a published claim; it stays readable as of earlier days */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Withdrawn */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: uuid
                             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                             */
                            id: string;
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/review/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept or reject claims that wait, as one decision */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "accept" | "reject";
                        claims: string[];
                        reason?: components["schemas"]["RejectReason"];
                    };
                };
            };
            responses: {
                /** @description The decision */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: uuid
                             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                             */
                            decision: string;
                            claims: number;
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/review/{id}/edit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a reading of one’s own in place of a claim that waits */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description A thing that is known already.
                         * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                         */
                        subject?: string;
                        property?: string;
                        /**
                         * Format: uuid
                         * @description The other end of a relation.
                         * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                         */
                        object?: string;
                        value?: string;
                        /** @description As printed: 2020, 2021-05, 2021—2025年; empty for unknown. */
                        period?: string;
                    };
                };
            };
            responses: {
                /** @description The rejection of the reading, and the claim in its place */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Edited"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Claims that wait for a person, by group */
        get: {
            parameters: {
                query?: {
                    group?: components["schemas"]["ReviewGroup"];
                    source?: string;
                    q?: string;
                    /** @description From `next` of the page before. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The queue */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReviewQueue"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/review/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One claim with its sentence, what is held, and what contradicts it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The claim as the desk looks at it */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReviewCase"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/review/decisions/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back exactly one decision of the desk; its claims wait again */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The claims that wait again */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: uuid
                             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                             */
                            decision: string;
                            claims: string[];
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/figures/{id}/keep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a computed figure as it stands, so that it can go on being cited */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path: {
                    /** @description c.<claim>: read from a span of a source; d.<derivation>: computed and stored; q.<algorithm>.<parameters>: computed again on demand. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The kept figure */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/figures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a figure comes from */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description c.<claim>: read from a span of a source; d.<derivation>: computed and stored; q.<algorithm>.<parameters>: computed again on demand. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The span or the derivation */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FigureOrigin"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/freshness/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where sources give different figures for one thing and time, side by side */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Differences */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["FigureDifference"][];
                            /** @description Whether there are more than are listed. */
                            more: boolean;
                            next: null;
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/freshness/stale": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Facts older than their kind may be, the oldest first */
        get: {
            parameters: {
                query?: {
                    owner?: string;
                    property?: string;
                    /** @description From `next` of the page before. */
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Stale facts */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["StaleFact"][];
                            next: string | null;
                            total: number;
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/freshness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How fresh each kind of fact is, and which role keeps it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Kinds */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: date
                             * @example 2026-11-20
                             */
                            day: string;
                            items: components["schemas"]["FreshnessOfKind"][];
                            next: null;
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/freshness/recheck": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what was found on looking at a fact again: the same renews it, another is a difference */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                         */
                        claim: string;
                        /** @enum {string} */
                        outcome: "same" | "changed";
                        value?: string;
                        /** @description The year of the new value; without it, that of the fact. */
                        year?: number;
                        /** @description How it was checked. */
                        note: string;
                    };
                };
            };
            responses: {
                /** @description The claim that was stated */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: uuid
                             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                             */
                            id: string;
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/freshness/differences/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep one of the readings that differ, and withdraw the others by one decision */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description The claim that is kept.
                         * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                         */
                        keep: string;
                        /** @enum {string} */
                        reason: "outdated" | "wrong-value" | "wrong-period" | "not-in-source" | "other";
                    };
                };
            };
            responses: {
                /** @description What was withdrawn */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: uuid
                             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                             */
                            decision: string;
                            withdrawn: string[];
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a round, or drop a draft */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description The round */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CollectionView"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Collection rounds, the newest first; to those who answer, the ones sent to them */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Rounds, and the meter of all that were sent */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["CollectionHead"][];
                            next: string | null;
                            meter: components["schemas"]["CollectionMeter"];
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Compose a round as a draft; its cells are asked by no other round from now on */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                         */
                        chain: string;
                        kind: string;
                        /** @description Code or name of a division. */
                        region?: string;
                        /** @description A list of the chain as the scope. */
                        list?: string;
                        properties: string[];
                        /** @description The bodies that answer; each firm answers for itself when left out. */
                        departments?: {
                            /**
                             * Format: uuid
                             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                             */
                            organisation: string;
                            /** @description What it answers for; all when left out. */
                            properties?: string[];
                            /** @description Where it answers, as a code or name; everywhere when left out. */
                            region?: string;
                        }[];
                        /** @description Why cells are asked that another round asks or has an answer to. */
                        again?: string;
                        title: string;
                        /**
                         * Format: date
                         * @example 2026-11-20
                         */
                        due: string;
                        /** @description The time asked about: 2025, 2025年上半年, a day. */
                        period: string;
                        /**
                         * @description Of what comes back; closer than internal names the office that asks.
                         * @default internal
                         * @enum {string}
                         */
                        label?: "public" | "internal" | "restricted" | "sensitive";
                    };
                };
            };
            responses: {
                /** @description The draft */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: uuid
                             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                             */
                            id: string;
                            code: string;
                            cells: number;
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept answers, which become facts, or refuse them, which are then open again */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "accept" | "reject";
                        claims: string[];
                        /** @enum {string} */
                        reason?: "wrong-value" | "wrong-subject" | "wrong-period" | "wrong-unit" | "not-in-source" | "outdated" | "duplicate" | "insufficient" | "not-a-fact" | "corrected" | "undone" | "other";
                    };
                };
            };
            responses: {
                /** @description The decision */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: uuid
                             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                             */
                            decision: string;
                            claims: number;
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections/{id}/workbooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The workbook of one recipient, or those of all in a ZIP; that it left is logged */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        recipient?: number;
                    };
                };
            };
            responses: {
                /** @description The file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections/{id}/cells": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cells that are asked, each beside what stands and what was answered */
        get: {
            parameters: {
                query?: {
                    recipient?: number;
                    state?: "open" | "declined" | "waiting" | "accepted" | "refused";
                    /** @description From `next` of the page before. */
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Cells */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["CollectionCell"][];
                            next: string | null;
                            total: number;
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Bodies that may be asked */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Government bodies */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Named"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a round would ask, of whom, and what it need not ask; writes nothing */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                         */
                        chain: string;
                        kind: string;
                        /** @description Code or name of a division. */
                        region?: string;
                        /** @description A list of the chain as the scope. */
                        list?: string;
                        properties: string[];
                        /** @description The bodies that answer; each firm answers for itself when left out. */
                        departments?: {
                            /**
                             * Format: uuid
                             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                             */
                            organisation: string;
                            /** @description What it answers for; all when left out. */
                            properties?: string[];
                            /** @description Where it answers, as a code or name; everywhere when left out. */
                            region?: string;
                        }[];
                        /** @description Why cells are asked that another round asks or has an answer to. */
                        again?: string;
                    };
                };
            };
            responses: {
                /** @description The plan */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CollectionPlan"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One round with its recipients; those who answer see themselves alone */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The round */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CollectionView"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a returned workbook, which is known by its signs; its answers wait */
        post: {
            parameters: {
                query?: {
                    /** @description The round whose page it is brought to. */
                    round?: string;
                };
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                    /** @description Name of the file, percent-encoded. */
                    "X-File-Name": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": string;
                };
            };
            responses: {
                /** @description What it came to */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: uuid
                             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                             */
                            round: string;
                            recipient: components["schemas"]["CollectionRecipient"];
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a draft: recipients see it, returns are taken */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description The round */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CollectionView"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/graph/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A copy of the graph as CSV, JSON-LD with PROV-O and FollowTheMoney, reviewed for its readers */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: date
                         * @description As known at the end of this day (UTC).
                         * @example 2026-11-20
                         */
                        known?: string;
                        /**
                         * Format: date
                         * @description As it was on this day.
                         * @example 2026-11-20
                         */
                        valid?: string;
                        /**
                         * Format: uuid
                         * @description One chain, or null for the whole graph.
                         * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                         */
                        chain: string | null;
                        /**
                         * @description Who will read it.
                         * @enum {string}
                         */
                        audience: "public" | "internal";
                    };
                };
            };
            responses: {
                /** @description A zip of tables, one JSON-LD document, and one entity a line */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/zip": string;
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/graph/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a copy of the graph for these readers would hold, and what would be hidden and why */
        get: {
            parameters: {
                query?: {
                    /** @description As known at the end of this day (UTC). */
                    known?: string;
                    /** @description As it was on this day. */
                    valid?: string;
                    /** @description One chain; the whole graph without. */
                    chain?: string;
                    /** @description Who will read it. */
                    audience?: "public" | "internal";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Before anything leaves */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GraphReview"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/decisions/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm what another person proposed */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What became of it */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IdentityDecided"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Decisions about identity, those that wait first */
        get: {
            parameters: {
                query?: {
                    thing?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Decisions */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["IdentityDecision"][];
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Things that may be one, with the grounds for and against */
        get: {
            parameters: {
                query?: {
                    thing?: string;
                    /** @description From `next` of the page before. */
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Pairs, the likeliest first */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["IdentityMatch"][];
                            next: string | null;
                            /** @description Pairs on all pages. */
                            total: number;
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/distinct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that two things are two */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                         */
                        one: string;
                        /**
                         * Format: uuid
                         * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                         */
                        other: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description What became of it */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IdentityDecided"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that two things are one */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                         */
                        from: string;
                        /**
                         * Format: uuid
                         * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                         */
                        into: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description What became of it */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IdentityDecided"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give chosen claims of a thing a thing of their own */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                         */
                        thing: string;
                        claims?: string[];
                        sources?: string[];
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description What became of it */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IdentityDecided"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/decisions/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a decision back, or drop a proposal */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description What became of it */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IdentityDecided"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sources, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description From `next` of the page before. */
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Sources */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["SourceView"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Bring a file; the body is its bytes */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                    /** @description Percent-encoded UTF-8. */
                    "X-File-Name": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": string;
                };
            };
            responses: {
                /** @description The source */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BroughtSource"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One source */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The source */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SourceView"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Correct what is said about a source; its bytes and its label stay */
        patch: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title?: string;
                        publisher?: string;
                        /**
                         * Format: date
                         * @example 2026-11-20
                         */
                        publishedOn?: string | null;
                        origin?: string | null;
                        /**
                         * Format: uuid
                         * @description The source that this one corrects.
                         * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                         */
                        supersedes?: string | null;
                    };
                };
            };
            responses: {
                /** @description The source */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SourceView"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/sources/{id}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Claims that rest on this source */
        get: {
            parameters: {
                query?: {
                    sheet?: string;
                    row?: number;
                    page?: number;
                    /** @description From `next` of the page before. */
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Claims */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["ClaimView"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{id}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read a document into text that is kept page by page, as a job */
        post: {
            parameters: {
                query?: {
                    /** @description Whether what the text says is read too, as a job that follows. */
                    statements?: "true" | "false";
                };
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The job that does it, or did */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StartedJob"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{id}/original": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The very bytes that were brought */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file, as a download */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{id}/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read what a kept text says; each claim waits for a person */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The job that does it */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StartedJob"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{id}/window": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rows around a row of a sheet, or a page of a text, or the text around a place */
        get: {
            parameters: {
                query?: {
                    sheet?: string;
                    row?: number;
                    count?: number;
                    start?: number | null;
                    page?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The window */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SourceWindow"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mappings that are remembered */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Mappings */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["MappingView"][];
                            next: null;
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a mapping would make of the first rows; writes nothing */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        mapping?: string | components["schemas"]["MappingDocument"];
                        sheet?: string;
                        /** @description What a person says of single columns; the proposal follows it. */
                        corrections?: {
                            column: number;
                            means: components["schemas"]["ColumnRole"];
                            unit?: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description The preview */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportPreview"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mappings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep a mapping; each change is a new version */
        put: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MappingDocument"];
                };
            };
            responses: {
                /** @description The mapping as kept */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MappingView"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import a source through a mapping, as a job */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                         */
                        source: string;
                        mapping: string | components["schemas"]["MappingDocument"];
                        /** @default false */
                        publish?: boolean;
                        /** @default false */
                        dryRun?: boolean;
                    };
                };
            };
            responses: {
                /** @description The job that does it */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StartedJob"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records or entries as CSV; that they left is logged with their hash */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: date
                         * @description From the beginning of this day, in China.
                         * @example 2026-11-20
                         */
                        from?: string;
                        /**
                         * Format: date
                         * @description To the end of this day, in China.
                         * @example 2026-11-20
                         */
                        to?: string;
                        /**
                         * Format: uuid
                         * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                         */
                        person?: string;
                        /**
                         * Format: uuid
                         * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                         */
                        organisation?: string;
                        role?: string;
                        /** @description Part of the id or address of what was asked for. */
                        object?: string;
                        /** @enum {string} */
                        result?: "answered" | "refused";
                        /** @enum {string} */
                        act?: "read" | "export" | "refusal" | "sign-in" | "audit";
                        /** @enum {string} */
                        what: "records";
                    } | {
                        /**
                         * Format: date
                         * @description From the beginning of this day, in China.
                         * @example 2026-11-20
                         */
                        from?: string;
                        /**
                         * Format: date
                         * @description To the end of this day, in China.
                         * @example 2026-11-20
                         */
                        to?: string;
                        /**
                         * Format: uuid
                         * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                         */
                        person?: string;
                        /**
                         * Format: uuid
                         * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                         */
                        organisation?: string;
                        role?: string;
                        /**
                         * Format: uuid
                         * @description The id of an entry.
                         * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                         */
                        object?: string;
                        /** @description How the name of the command begins. */
                        command?: string;
                        /** @enum {string} */
                        what: "entries";
                    };
                };
            };
            responses: {
                /** @description The table, in the language of the user */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads of entrusted material, exports, refusals and sign-ins, the newest first */
        get: {
            parameters: {
                query?: {
                    /** @description From the beginning of this day, in China. */
                    from?: string;
                    /** @description To the end of this day, in China. */
                    to?: string;
                    person?: string;
                    organisation?: string;
                    role?: string;
                    /** @description Part of the id or address of what was asked for. */
                    object?: string;
                    result?: "answered" | "refused";
                    act?: "read" | "export" | "refusal" | "sign-in" | "audit";
                    /** @description From `next` of the page before. */
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The records */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccessRecordPage"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Commands that went through, as the log tells them, the newest first */
        get: {
            parameters: {
                query?: {
                    /** @description From the beginning of this day, in China. */
                    from?: string;
                    /** @description To the end of this day, in China. */
                    to?: string;
                    person?: string;
                    organisation?: string;
                    role?: string;
                    /** @description The id of an entry. */
                    object?: string;
                    /** @description How the name of the command begins. */
                    command?: string;
                    /** @description From `next` of the page before. */
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The entries */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CommandRecordPage"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask a job to stop; nothing of it is published */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The job */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["JobView"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rows of an import by outcome, with reasons */
        get: {
            parameters: {
                query?: {
                    outcome?: components["schemas"]["RowOutcome"];
                    /** @description From `next` of the page before. */
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Rows */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["JobRow"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Jobs, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description From `next` of the page before. */
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Jobs */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["JobView"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish what an import read, as one decision */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default false */
                        dryRun?: boolean;
                    };
                };
            };
            responses: {
                /** @description The decision */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Published"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One job with its report */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The job */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["JobDetail"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/refused": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The refused rows as a workbook to mend and send back */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description XLSX */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let stand again what was taken back */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description The decision */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: uuid
                             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                             */
                            decision: string;
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make all facts anew from the claims and decisions, as a job */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The job that does it */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StartedJob"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back what an import published; it stays readable as of earlier days */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description The decision */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: uuid
                             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                             */
                            decision: string;
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/log/witnesses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End the standing of a witness; what it cosigned stays */
        delete: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Who witnesses the log, and how far */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Witnessing"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/log/consistency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The proof that the tree of a checkpoint begins with that of an older one */
        get: {
            parameters: {
                query: {
                    from: number;
                    size?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description After RFC 9162 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ConsistencyProof"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/log/inclusion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The proof that an entry is in the tree of a checkpoint, of the newest unless said */
        get: {
            parameters: {
                query: {
                    entry: string;
                    size?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description After RFC 9162 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InclusionProof"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/log/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest signed state of the log; whoever keeps it can tell later that nothing changed */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The checkpoint */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LogCheckpoint"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/log/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Public keys that sign for the log, the first one first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The keys */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LogKeys"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/log/witnesses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who witnesses the log, how far, and whether it was ever told in two ways */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Who witnesses the log, and how far */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Witnessing"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Let an organisation cosign the states of the log by this key */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        key: string;
                        /**
                         * Format: uuid
                         * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                         */
                        organisation: string;
                    };
                };
            };
            responses: {
                /** @description Who witnesses the log, and how far */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Witnessing"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/log/witnesses/needed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set how many witnesses have to cosign a state */
        put: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        needed: number;
                    };
                };
            };
            responses: {
                /** @description Who witnesses the log, and how far */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Witnessing"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/log/cosignatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand in a checkpoint that a witness cosigned */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description The whole signed note. */
                        note: string;
                    };
                };
            };
            responses: {
                /** @description Who witnesses the log, and how far */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Witnessing"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The backups that are kept, and how durable the store is without them */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Backups */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Backups"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Take a backup, as a job; naming a folder is for the command line of this machine alone */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Chosen by the client, new for every intended write, kept when it tries again. */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        folder?: string | null;
                    };
                };
            };
            responses: {
                /** @description The job that does it */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StartedJob"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/doctor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is good, what to look at and what is broken in this installation */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Every check that applies */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Checks"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find by characters, pinyin or initials */
        get: {
            parameters: {
                query: {
                    q: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Hits by kind */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SearchAnswer"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/codes/{scheme}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Codes of one scheme, by parent or by name */
        get: {
            parameters: {
                query?: {
                    /** @description From `next` of the page before. */
                    cursor?: string;
                    limit?: number;
                    q?: string;
                    parent?: string;
                };
                header?: never;
                path: {
                    scheme: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Codes */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["CodeRow"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vocabulary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kinds, links, properties and code schemes with their words */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The vocabulary */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VocabularyView"];
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Each system and mechanism asked for, and where it is found here */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The rows */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["CoverageRow"][];
                            next: null;
                        };
                    };
                };
                /** @description A problem, said in the language of the user */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            /** @example urn:lianshu:problem:not-found */
            type: string;
            /** @description What happened. */
            title: string;
            status: number;
            /** @description Why it happened. */
            detail: string;
            /** @description What can be done next. */
            next: string;
            /** @example not-found */
            code: string;
            /** @description The request id, which the notes of the server also carry. */
            instance: string;
            /** @description For invalid-input: what is wrong, field by field. */
            fields?: {
                path: string;
                message: string;
            }[];
        };
        Health: {
            /** @enum {string} */
            status: "starting" | "ok" | "stopping";
            /** @enum {string|null} */
            durability: "D0" | "D1" | "D2" | null;
            version: string;
            sample: boolean;
        };
        Me: {
            person: {
                /**
                 * Format: uuid
                 * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                 */
                id: string;
                name: string;
                login: string;
                passwordTemporary: boolean;
            };
            organisation: {
                /**
                 * Format: uuid
                 * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                 */
                id: string;
                name: string;
                home: string | null;
            };
            role: string;
            roles: {
                id: string;
                name: components["schemas"]["Words"];
                organisation: components["schemas"]["Named"];
            }[];
            faces: ("cockpit" | "desk" | "firm")[];
            permissions: string[];
            /** @description Must first set up a second factor, and may do nothing else. */
            mustEnrol: boolean;
            safeguards: {
                secondFactor: boolean;
                stepUp: boolean;
                separated: boolean;
            };
            tenant: {
                id: number;
                name: string;
            };
            sample: boolean;
            /** @enum {string} */
            durability: "D0" | "D1" | "D2";
        };
        /** @description The same text in Chinese and in English. */
        Words: {
            zh: string;
            en: string;
        };
        Named: {
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            id: string;
            name: string;
        };
        OwnSessions: {
            items: components["schemas"]["SessionView"][];
            limitMinutes: {
                idle: number;
                longest: number;
                proof: number;
            };
        };
        SessionView: {
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            id: string;
            /** @description Browser and system; empty when not known. */
            device: string;
            address: string;
            role: string;
            organisation: string;
            /**
             * Format: date-time
             * @example 2026-11-20T09:24:00.000Z
             */
            since: string;
            /**
             * Format: date-time
             * @example 2026-11-20T09:24:00.000Z
             */
            usedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-20T09:24:00.000Z
             */
            expiresAt: string;
            /** @description The session that asks. */
            current: boolean;
        };
        SignInState: {
            sessions: components["schemas"]["SessionView"][];
            /** @description 0 when the login is not locked. */
            lockedSeconds: number;
            factors: components["schemas"]["FactorView"][];
        };
        FactorView: {
            /** @enum {string} */
            kind: "totp" | "certificate";
            /**
             * Format: date-time
             * @example 2026-11-20T09:24:00.000Z
             */
            since: string;
            subject: string | null;
        };
        RecoveryCodes: {
            recoveryCodes: string[] | null;
        };
        OwnFactors: {
            factors: components["schemas"]["FactorView"][];
            recoveryLeft: number;
            /** @description Subject of the client certificate of this very request. */
            certificate: string | null;
            takesCertificates: boolean;
        };
        TotpStarted: {
            secret: string | null;
            address: string | null;
        };
        SafeguardsView: {
            secondFactor: boolean;
            stepUp: boolean;
            separated: boolean;
            reason: string;
            setBy: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T09:24:00.000Z
             */
            setAt: string | null;
            words: {
                secondFactor: components["schemas"]["Words"];
                stepUp: components["schemas"]["Words"];
                separated: components["schemas"]["Words"];
            };
            /** @description Administrators, and whether somebody holds the seat. */
            seats: {
                role: string;
                name: components["schemas"]["Words"];
                held: boolean;
            }[];
        };
        OrganisationView: {
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            id: string;
            name: string;
            /** @enum {string} */
            kind: "government" | "firm" | "institute";
            /** @description Division code of its seat. */
            home: string | null;
            creditCode: string | null;
            active: boolean;
        };
        PersonView: {
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            id: string;
            login: string;
            name: string;
            /** @enum {string} */
            language: "zh" | "en";
            active: boolean;
            memberships: {
                organisation: components["schemas"]["Named"];
                role: string;
            }[];
        };
        WrittenPerson: {
            person: components["schemas"]["PersonView"];
            password: string | null;
        };
        RoleView: {
            id: string;
            name: components["schemas"]["Words"];
            faces: ("cockpit" | "desk" | "firm")[];
            organisations: ("government" | "firm" | "institute")[];
            permissions: string[];
        };
        ConsentView: {
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            id: string;
            organisation: components["schemas"]["Named"];
            covers: string;
            document: string;
            /**
             * Format: date
             * @example 2026-11-20
             */
            givenOn: string;
            /**
             * Format: date
             * @example 2026-11-20
             */
            endsOn: string | null;
            withdrawn: boolean;
            /**
             * Format: date-time
             * @example 2026-11-20T09:24:00.000Z
             */
            recordedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-20T09:24:00.000Z
             */
            withdrawnAt: string | null;
        };
        DeskView: {
            /** @enum {string} */
            mode: "four-eyes" | "one-person";
            words: components["schemas"]["Words"];
            reason: string | null;
            setBy: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T09:24:00.000Z
             */
            setAt: string | null;
        };
        Overview: {
            chains: components["schemas"]["ChainSummary"][];
            /** @description A count of files; no claim stands behind it. */
            sources: number;
            claims: components["schemas"]["Figure"];
            entities: components["schemas"]["Figure"];
            firms: components["schemas"]["Figure"];
            /** @description Claims that wait for a person. */
            held: number;
            jobs: components["schemas"]["JobView"][];
            latestSources: components["schemas"]["SourceView"][];
        };
        ChainSummary: {
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            id: string;
            name: string;
            englishName: string | null;
            stages: components["schemas"]["Figure"];
            firms: components["schemas"]["Figure"];
            links: components["schemas"]["Figure"];
            claims: components["schemas"]["Figure"];
            synthetic: boolean;
            verdicts: {
                strong: components["schemas"]["Figure"];
                stable: components["schemas"]["Figure"];
                weak: components["schemas"]["Figure"];
                missing: components["schemas"]["Figure"];
                unknown: components["schemas"]["Figure"];
            };
            newest: string | null;
        };
        Figure: {
            /** @description c.<claim>: read from a span of a source; d.<derivation>: computed and stored; q.<algorithm>.<parameters>: computed again on demand. */
            id: string;
            /** @description As printed in the source, or formatted when computed. */
            text: string;
            /** @enum {string} */
            kind: "read" | "computed";
            synthetic: boolean;
            stale: boolean;
            /** @enum {string} */
            operator: "=" | ">" | ">=" | "<" | "<=" | "~";
            /** @description Decimal text in the base unit. */
            number: string | null;
            low: string | null;
            high: string | null;
            unit: string;
            period: string | null;
        };
        JobView: {
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            id: string;
            kind: string;
            title: string;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            stage: string | null;
            done: number;
            total: number | null;
            result?: unknown;
            problem: {
                code: string;
                title: string;
                detail: string;
                next: string;
            } | null;
            /**
             * Format: date-time
             * @example 2026-11-20T09:24:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-11-20T09:24:00.000Z
             */
            startedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T09:24:00.000Z
             */
            endedAt: string | null;
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            actor: string;
        };
        SourceView: {
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            id: string;
            title: string;
            publisher: string;
            publishedOn: string | null;
            mediaType: string;
            fileName: string;
            sizeBytes: number;
            sha256: string;
            class: string;
            label: string;
            synthetic: boolean;
            origin: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T09:24:00.000Z
             */
            broughtAt: string;
            broughtBy: {
                name: string;
            };
            parts: {
                sheet: string | null;
                page: number | null;
                first: number | null;
                last: number | null;
            }[];
            /**
             * @description As what it is best opened; null for what is neither.
             * @enum {string|null}
             */
            form: "table" | "document" | null;
            /** @description Pages that can be turned; 0 where it has none. */
            pages: number;
            reading: components["schemas"]["ReadingView"];
            claims: number;
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            supersedes: string | null;
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            supersededBy: string | null;
        };
        /** @description Null where nobody asked for its text to be read. */
        ReadingView: {
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            job: string;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            stage: string | null;
            done: number;
            total: number | null;
            problem: {
                code: string;
                title: string;
                detail: string;
                next: string;
            } | null;
            pages: number | null;
            characters: number | null;
            cautions: {
                code: string;
                words: components["schemas"]["Words"];
                /** @description At how many places. */
                count: number;
                /** @description The first page on which it stands. */
                page: number | null;
            }[];
        } | null;
        /** @enum {string} */
        Position: "upstream" | "midstream" | "downstream";
        ChainMap: {
            chain: {
                /**
                 * Format: uuid
                 * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                 */
                id: string;
                name: string;
                englishName: string | null;
                scope: string | null;
                headline: {
                    label: components["schemas"]["Words"];
                    figure: components["schemas"]["Figure"];
                }[];
            };
            known: string;
            valid: string;
            firstRecorded: string | null;
            recordedDays: string[];
            validSpan: {
                from: string | null;
                to: string | null;
            };
            stages: components["schemas"]["StageTile"][];
            links: components["schemas"]["Ribbon"][];
            /** @description Hash of what the map was drawn from. */
            snapshot: string;
        };
        StageTile: {
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            id: string;
            name: string;
            englishName: string | null;
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            parent: string | null;
            position: components["schemas"]["Position"] | null;
            column: string | null;
            order: number;
            verdict: {
                word: components["schemas"]["Verdict"];
                figure: components["schemas"]["Figure"] | null;
            };
            marks: {
                mark: components["schemas"]["Mark"];
                figure: components["schemas"]["Figure"];
            }[];
            makers: {
                local: components["schemas"]["Figure"] | null;
                province: components["schemas"]["Figure"] | null;
                country: components["schemas"]["Figure"] | null;
                abroad: components["schemas"]["Figure"] | null;
                unplaced: components["schemas"]["Figure"] | null;
            };
            facts: {
                property: string;
                label: components["schemas"]["Words"];
                figure: components["schemas"]["Figure"];
            }[];
            firms: components["schemas"]["Figure"];
            sources: number;
            newest: string | null;
            stale: boolean;
            synthetic: boolean;
        };
        /** @enum {string} */
        Verdict: "strong" | "stable" | "weak" | "missing" | "unknown";
        /** @enum {string} */
        Mark: "chokePoint" | "breakPoint" | "blockage";
        Ribbon: {
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            id: string;
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            from: string;
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            to: string;
            sources: number;
            figure: components["schemas"]["Figure"];
            synthetic: boolean;
            value: components["schemas"]["Figure"] | null;
        };
        StageView: {
            tile: components["schemas"]["StageTile"];
            chain: components["schemas"]["Named"];
            ancestors: components["schemas"]["Named"][];
            facts: {
                property: string;
                label: components["schemas"]["Words"];
                figure: components["schemas"]["Figure"];
                source: components["schemas"]["SourceRef"];
                validFrom: string | null;
                recordedOn: string;
                conflicts: number;
            }[];
            firms: {
                items: {
                    /**
                     * Format: uuid
                     * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                     */
                    id: string;
                    name: string;
                    shortName: string | null;
                    region: string | null;
                    figure: components["schemas"]["Figure"];
                    share: components["schemas"]["Figure"] | null;
                }[];
                total: number;
            };
            products: {
                items: (components["schemas"]["ThingRef"] & {
                    figure: components["schemas"]["Figure"];
                })[];
                total: number;
            };
            upstream: {
                /**
                 * Format: uuid
                 * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                 */
                id: string;
                name: string;
                verdict: components["schemas"]["Verdict"];
            }[];
            downstream: {
                /**
                 * Format: uuid
                 * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                 */
                id: string;
                name: string;
                verdict: components["schemas"]["Verdict"];
            }[];
        };
        SourceRef: {
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            id: string;
            title: string;
        };
        ThingRef: {
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            id: string;
            kind: string;
            name: string;
        };
        ListCounts: {
            number: number;
            counts: {
                rows: number;
                marked: number;
                single: number;
                stale: number;
                fallen: number;
                unassigned: number;
                synthetic: number;
            };
            /** @description Rows that the file names for the chain and that are not in the version. */
            waiting: string[];
            compared: number | null;
            changes: {
                added: number;
                changed: number;
                removed: number;
                same: number;
            };
        };
        ListChanged: {
            number: number;
            /** @enum {string} */
            state: "draft" | "submitted" | "signed";
            rows: number;
            seal: string | null;
        };
        ListsAnswer: {
            chain: {
                /**
                 * Format: uuid
                 * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                 */
                id: string;
                name: string;
                synthetic: boolean;
            } | null;
            items: {
                list: components["schemas"]["ListHead"];
                atHand: boolean;
                newest: components["schemas"]["ListVersionHead"];
                signed: number | null;
            }[];
        };
        ListHead: {
            /**
             * @description The id that the file of the list gives it.
             * @example weak-stages
             */
            id: string;
            order: number;
            words: components["schemas"]["Words"];
            about: components["schemas"]["Words"];
            leaves: components["schemas"]["Words"];
            fill: components["schemas"]["Words"];
            curated: boolean;
            kinds: string[];
            rules: {
                words: components["schemas"]["Words"];
                rule: string;
                needed: boolean;
            }[];
            columns: {
                id: string;
                words: components["schemas"]["Words"];
                /** @enum {string} */
                align: "start" | "end";
                shown: boolean;
            }[];
        };
        ListVersionHead: {
            number: number;
            /** @enum {string} */
            state: "draft" | "submitted" | "signed";
            /**
             * Format: date-time
             * @description The moment of knowledge that it looks at.
             * @example 2026-11-20T09:24:00.000Z
             */
            known: string;
            valid: string;
            candidates: number;
            undecided: number;
            rows: number;
            /** @description SHA-256 over the rows, once signed. */
            seal: string | null;
        } | null;
        ListStep: {
            /** @enum {string} */
            act: "draw" | "curate" | "submit" | "return" | "sign";
            by: {
                /**
                 * Format: uuid
                 * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                 */
                id: string;
                name: string;
            };
            /**
             * Format: date-time
             * @example 2026-11-20T09:24:00.000Z
             */
            at: string;
            note: string | null;
            /** @enum {string} */
            mode: "four-eyes" | "one-person";
        };
        ListRow: {
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            thing: string;
            kind: string;
            name: components["schemas"]["Figure"];
            place: number | null;
            /** @enum {string} */
            entered: "rule" | "pack" | "person";
            /** @description What the file of the list gives for a row that it names. */
            pack: {
                version: number;
                reason: components["schemas"]["Words"];
                citation: string;
            } | null;
            /** @enum {string|null} */
            change: "added" | "changed" | "removed" | "same" | null;
            changes: {
                column: string;
                before: string | null;
                after: string | null;
            }[];
            cells: components["schemas"]["ListCell"][];
            /** @description The conditions that hold, in words. */
            reasons: components["schemas"]["Words"][];
            office: components["schemas"]["Figure"] | null;
            curation: components["schemas"]["ListCuration"];
            sources: number;
            basis: string | null;
            stale: boolean;
            synthetic: boolean;
            fallen: number;
        };
        ListCell: {
            column: string;
            figures: components["schemas"]["Figure"][];
            /** @description What each figure means in closed words: a verdict, a mark, a distance. */
            codes: (string | null)[];
            words: components["schemas"]["Words"] | null;
        };
        ListCuration: {
            /** @enum {string} */
            act: "add" | "remove";
            reason: string;
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            claim: string;
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            by: string;
            /**
             * Format: date-time
             * @example 2026-11-20T09:24:00.000Z
             */
            at: string;
        } | null;
        ListGaps: {
            candidates: number;
            enter: number;
            undecided: number;
            conditions: {
                words: components["schemas"]["Words"];
                rule: string;
                needed: boolean;
                holds: number;
                fails: number;
                unknown: number;
                missing: {
                    words: components["schemas"]["Words"];
                    things: number;
                }[];
            }[];
            things: {
                /**
                 * Format: uuid
                 * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                 */
                thing: string;
                kind: string;
                name: components["schemas"]["Figure"];
                waits: {
                    words: components["schemas"]["Words"];
                    reason: components["schemas"]["Words"];
                }[];
            }[];
            /** @description Rows that the file names and that wait, and what they wait for. */
            named: {
                name: string;
                kind: string;
                why: components["schemas"]["Words"];
                reason: components["schemas"]["Words"];
                citation: string;
            }[];
            fill: components["schemas"]["Words"];
        };
        ListView: {
            chain: {
                /**
                 * Format: uuid
                 * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                 */
                id: string;
                name: string;
                synthetic: boolean;
            };
            list: components["schemas"]["ListHead"];
            /** @description Whether its file is there, to draw it up by. */
            atHand: boolean;
            version: components["schemas"]["ListVersionHead"];
            steps: components["schemas"]["ListStep"][];
            onePerson: boolean;
            compared: number | null;
            rows: components["schemas"]["ListRow"][];
            /** @description How many rows were asked for, over all pages; those taken out are among them. */
            total: number;
            next: string | null;
        };
        ListWhy: {
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            thing: string;
            name: components["schemas"]["Figure"];
            row: components["schemas"]["ListRow"] | null;
            conditions: {
                words: components["schemas"]["Words"];
                rule: string;
                needed: boolean;
                /** @enum {string} */
                outcome: "holds" | "fails" | "unknown";
                reason: components["schemas"]["Words"] | null;
                actual: components["schemas"]["Figure"][];
                claims: components["schemas"]["ClaimView"][];
            }[];
            leaves: components["schemas"]["Words"];
            curatedBy: components["schemas"]["ClaimView"] | null;
        };
        ClaimView: {
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            id: string;
            subject: components["schemas"]["ThingRef"];
            property: string;
            propertyLabel: components["schemas"]["Words"];
            object: components["schemas"]["ThingRef"] | null;
            figure: components["schemas"]["Figure"];
            quote: string;
            locator: components["schemas"]["Locator"];
            source: components["schemas"]["ClaimSource"];
            method: string;
            reader: string;
            /** @description 0 to 100. */
            confidence: number;
            validFrom: string | null;
            validTo: string | null;
            /** @enum {string} */
            stage: "draft" | "published" | "rejected" | "withdrawn";
            /**
             * Format: date-time
             * @example 2026-11-20T09:24:00.000Z
             */
            recordedAt: string | null;
            decidedBy: {
                name: string;
            } | null;
            conflicts: {
                /**
                 * Format: uuid
                 * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                 */
                claim: string;
                figure: components["schemas"]["Figure"];
                source: {
                    /**
                     * Format: uuid
                     * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                     */
                    id: string;
                    title: string;
                };
            }[];
        };
        Locator: {
            sheet: string | null;
            page: number | null;
            row: number | null;
            cells: string | null;
            start: number | null;
            end: number | null;
        };
        ClaimSource: {
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            id: string;
            title: string;
            publisher: string;
            publishedOn: string | null;
            label: string;
            synthetic: boolean;
        };
        ListReview: {
            list: string;
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            chain: string;
            number: number;
            /**
             * @description Who will read it.
             * @enum {string}
             */
            audience: "public" | "internal";
            audiences: {
                /**
                 * @description Who will read it.
                 * @enum {string}
                 */
                id: "public" | "internal";
                words: components["schemas"]["Words"];
            }[];
            formats: ("xlsx" | "docx" | "csv" | "bundle")[];
            /** @description Rows that would go out. */
            rows: number;
            /** @description Cells of those rows that would say something. */
            cells: number;
            /** @description Lines of evidence that would go out with them. */
            grounds: number;
            hidden: components["schemas"]["HiddenLine"][];
            /** @description Sentences that every copy carries. */
            stamps: components["schemas"]["Words"][];
            /** @description Version of the policy. */
            policy: number;
        };
        HiddenLine: {
            /** @enum {string} */
            reason: "label" | "partner" | "personal";
            what: components["schemas"]["Words"];
            why: components["schemas"]["Words"] & unknown;
            rows: number;
            cells: number;
            /** @description Quotations, titles and publishers of sources. */
            quotes: number;
            /** @description The first of them; without a column the whole row. */
            where: {
                name: string;
                column: components["schemas"]["Words"] | null;
            }[];
        };
        FirmRow: {
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            id: string;
            name: string;
            /** @description The name that fitted a search, where it is another. */
            alias: string | null;
            /** @description Where it is, or what it belongs to. */
            detail: string | null;
            synthetic: boolean;
            figure: components["schemas"]["Figure"];
        };
        ThingView: {
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            id: string;
            kind: string;
            name: string;
            names: {
                name: string;
                property: string;
                validFrom: string | null;
                validTo: string | null;
                figure: components["schemas"]["Figure"];
                source: components["schemas"]["SourceRef"];
            }[];
            keys: {
                scheme: string;
                code: string;
                /**
                 * Format: uuid
                 * @description The identity decision that brought this key here.
                 * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                 */
                joinedBy: string | null;
            }[];
            values: {
                property: string;
                label: components["schemas"]["Words"];
                readings: {
                    figure: components["schemas"]["Figure"];
                    source: components["schemas"]["SourceRef"];
                    validFrom: string | null;
                    recordedOn: string;
                }[];
                /** @description Sources say different things of the same time. */
                hasConflict: boolean;
            }[];
            edges: {
                property: string;
                label: components["schemas"]["Words"];
                /** @enum {string} */
                direction: "out" | "in";
                total: number;
                items: {
                    thing: components["schemas"]["ThingRef"];
                    figure: components["schemas"]["Figure"];
                    source: components["schemas"]["SourceRef"];
                }[];
            }[];
            /** @description Each with those stages of the thing that it holds. */
            chains: {
                /**
                 * Format: uuid
                 * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                 */
                id: string;
                name: string;
                stages: string[];
            }[];
            synthetic: boolean;
        };
        ClaimCheck: {
            /** @enum {string} */
            result: "matches" | "changed" | "missing";
            found: string | null;
            characters: number;
            /** @description Counted from 1 in the original; null for cells. */
            place: {
                page: number | null;
                line: number;
                letter: number;
            } | null;
        };
        ClaimRecordView: {
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            id: string;
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            subject: string;
            property: string;
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            object: string | null;
            printed: string | null;
            number: string | null;
            low: string | null;
            high: string | null;
            unit: string | null;
            validFrom: string | null;
            validTo: string | null;
            locator: components["schemas"]["Locator"];
            source: {
                /**
                 * Format: uuid
                 * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                 */
                id: string;
                title: string;
                publisher: string;
            };
            method: string;
            reader: string;
            /** @description 0 to 100. */
            confidence: number;
            /** @enum {string} */
            stage: "draft" | "published" | "rejected" | "withdrawn";
            /**
             * Format: date-time
             * @example 2026-11-20T09:24:00.000Z
             */
            recordedAt: string | null;
        };
        ClaimInput: {
            subject: components["schemas"]["ThingInput"];
            property: string;
            object?: components["schemas"]["ThingInput"];
            value?: string;
            /**
             * Format: date
             * @example 2026-11-20
             */
            validFrom?: string;
            /**
             * Format: date
             * @example 2026-11-20
             */
            validTo?: string;
            sourceNote: string;
            /**
             * @default internal
             * @enum {string}
             */
            label: "public" | "internal";
        };
        ThingInput: {
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            id: string;
        } | {
            kind: string;
            scheme: string;
            code: string;
        };
        /** @enum {string} */
        RejectReason: "wrong-value" | "wrong-subject" | "wrong-period" | "wrong-unit" | "duplicate" | "insufficient";
        Edited: {
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            decision: string;
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            claim: string;
            waits: boolean;
        };
        ReviewQueue: {
            counts: {
                group: components["schemas"]["ReviewGroup"];
                claims: number;
                lines: number;
            }[];
            items: components["schemas"]["ReviewItem"][];
            next: string | null;
            /** @description Claims that the reader decided over today. */
            decidedToday: number;
            /** @description The reader’s newest decision, which can be taken back. */
            last: {
                /**
                 * Format: uuid
                 * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                 */
                id: string;
                /** @enum {string} */
                kind: "accept" | "reject" | "edit";
                claims: number;
                shown: components["schemas"]["ReviewClaim"] | null;
            } | null;
        };
        /** @enum {string} */
        ReviewGroup: "quarantine" | "contradiction" | "second-eyes" | "alike" | "single";
        ReviewItem: {
            group: components["schemas"]["ReviewGroup"];
            /** @description At most 500, as many as one decision takes. */
            claims: string[];
            count: number;
            /** @description The first claims of the line. */
            shown: components["schemas"]["ReviewClaim"][];
            source: components["schemas"]["ClaimSource"];
        };
        ReviewClaim: {
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            id: string;
            subject: components["schemas"]["ThingRef"];
            property: string;
            propertyLabel: components["schemas"]["Words"];
            figure: components["schemas"]["Figure"];
            /** @enum {string} */
            stage: "draft" | "published" | "rejected" | "withdrawn";
        };
        ReviewCase: {
            claim: components["schemas"]["ClaimView"];
            /** @description Null once it waits no more. */
            group: components["schemas"]["ReviewGroup"] | null;
            /** @description The span in its sentence; null for a cell of a table. */
            passage: {
                before: string;
                opening: string;
                span: string;
                closing: string;
                after: string;
            } | null;
            row: {
                title: string;
                text: string;
            }[] | null;
            /**
             * @description Whether the words quoted name the subject, or what stands around them.
             * @enum {string}
             */
            recognised: "quoted" | "context";
            /** @description What the reader of the text was unsure of. */
            cautions: {
                /** @enum {string} */
                code: "date-reckoned" | "date-carried" | "date-elsewhere" | "subject-implied" | "subject-several" | "issuer-elsewhere" | "weak-rule";
                detail: string;
            }[];
            /** @description Why the row of a table was held. */
            reasons: components["schemas"]["Words"][];
            held: components["schemas"]["ReviewClaim"][];
            rivals: components["schemas"]["ClaimView"][];
            alike: {
                claims: string[];
                count: number;
                shown: components["schemas"]["ReviewClaim"][];
            };
            /** @enum {string} */
            effect: "new" | "renews" | "differs";
            /** @description True where another person than the reader has to accept it. */
            isOwnWork: boolean;
            edited: {
                by: string;
                mine: boolean;
                /**
                 * Format: uuid
                 * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                 */
                replaces: string;
                /** @description What was read in its place. */
                before: components["schemas"]["ReviewClaim"] | null;
            } | null;
            /** @description A correction of this claim that another person rejected. */
            returned: {
                by: string;
                after: components["schemas"]["ReviewClaim"];
                rejectedBy: string;
                reason: string;
            } | null;
        };
        FigureOrigin: {
            /** @enum {string} */
            kind: "span";
            claim: components["schemas"]["ClaimView"];
        } | {
            /** @enum {string} */
            kind: "derivation";
            derivation: {
                id: string;
                algorithm: components["schemas"]["Words"];
                version: string;
                parameters: {
                    [key: string]: unknown;
                };
                snapshot: string;
                output: string;
                claims: components["schemas"]["ClaimView"][];
                total: number;
            };
        };
        FigureDifference: {
            subject: components["schemas"]["ThingRef"];
            property: string;
            words: components["schemas"]["Words"];
            readings: {
                /**
                 * Format: uuid
                 * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                 */
                claim: string;
                figure: components["schemas"]["Figure"];
                source: components["schemas"]["SourceRef"] & {
                    publisher: string;
                    publishedOn: string | null;
                };
            }[];
        };
        StaleFact: {
            property: string;
            words: components["schemas"]["Words"];
            owner: string;
            ownerWords: components["schemas"]["Words"];
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            claim: string;
            subject: components["schemas"]["ThingRef"];
            figure: components["schemas"]["Figure"];
            source: components["schemas"]["SourceRef"];
            /**
             * Format: date
             * @description The day from which its age counts.
             * @example 2026-11-20
             */
            since: string;
            /**
             * Format: date
             * @description The last day on which it was fresh.
             * @example 2026-11-20
             */
            due: string;
        };
        FreshnessOfKind: {
            property: string;
            words: components["schemas"]["Words"];
            owner: string;
            ownerWords: components["schemas"]["Words"];
            maximumAgeMonths: number;
            /** @description One for each thing that has the property. */
            facts: number;
            stale: number;
            /** @description Facts that bear no date, so that their age is unknown. */
            undated: number;
            /**
             * Format: date
             * @description From when the oldest stale fact counts.
             * @example 2026-11-20
             */
            oldest: string | null;
        };
        CollectionView: {
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            id: string;
            /** @description Six signs that stand on every sheet. */
            code: string;
            title: string;
            /** @enum {string} */
            state: "draft" | "sent" | "closed";
            kind: string;
            kindWords: components["schemas"]["Words"];
            chain: components["schemas"]["Named"];
            region: components["schemas"]["Words"] | null;
            list: components["schemas"]["Words"] | null;
            /** @enum {string} */
            answeredBy: "department" | "firm";
            properties: {
                id: string;
                words: components["schemas"]["Words"];
            }[];
            /**
             * Format: date
             * @example 2026-11-20
             */
            validFrom: string;
            period: components["schemas"]["Words"] & unknown;
            /**
             * Format: date
             * @description The first day after the time asked about.
             * @example 2026-11-20
             */
            validTo: string | null;
            /**
             * Format: date
             * @example 2026-11-20
             */
            due: string;
            /** @description Days until the deadline; negative once it has passed. */
            days: number;
            /**
             * Format: date-time
             * @example 2026-11-20T09:24:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-11-20T09:24:00.000Z
             */
            sentAt: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T09:24:00.000Z
             */
            closedAt: string | null;
            saved: components["schemas"]["CollectionSaved"];
            meter: components["schemas"]["CollectionMeter"];
            /** @description Recipients of whom nothing is open any more. */
            answered: number;
            /** @description Recipients beyond the deadline with something open. */
            late: number;
            recipients: components["schemas"]["CollectionRecipient"][];
        };
        CollectionSaved: {
            /** @description Cells not asked, since a fresh value stands. */
            known: number;
            /** @description Cells not asked, since another open round does. */
            elsewhere: number;
            /** @description Cells not asked, since an answer to another round waits. */
            answered: number;
        };
        CollectionMeter: {
            /** @description Fields asked. */
            asked: number;
            /** @description Fields answered: accepted, or waiting for it. */
            answered: number;
            waiting: number;
            accepted: number;
            refused: number;
            /** @description Fields of which the recipient says it cannot tell. */
            declined: number;
            /** @description Fields asked although another round had asked them. */
            twice: number;
        };
        CollectionRecipient: {
            ordinal: number;
            name: string;
            code: string | null;
            /** @description The code of its workbook. */
            workbook: string;
            hasAccount: boolean;
            things: number;
            meter: components["schemas"]["CollectionMeter"];
            /** @enum {string} */
            following: "answered" | "partly" | "awaited" | "late";
            /** @description A note to copy; nothing is sent by itself. */
            reminder: components["schemas"]["Words"] | null;
            returns: components["schemas"]["CollectionReturn"][];
        };
        CollectionReturn: {
            number: number;
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            source: string;
            fileName: string;
            returnedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-20T09:24:00.000Z
             */
            returnedAt: string;
            counts: {
                answers: number;
                repeated: number;
                declined: number;
                unanswered: number;
            };
            problems: components["schemas"]["CollectionProblem"][];
        };
        CollectionProblem: {
            code: string;
            /** @description Whether what stands there was taken all the same. */
            taken: boolean;
            sheet: string | null;
            row: number | null;
            cell: string | null;
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            thing: string | null;
            name: string;
            /** @description What was written there, letter for letter. */
            given: string;
            words: components["schemas"]["Words"];
        };
        CollectionCell: {
            thing: components["schemas"]["ThingRef"];
            property: string;
            words: components["schemas"]["Words"];
            recipient: number;
            /** @enum {string} */
            why: "missing" | "stale";
            /** @description Why it is asked again. */
            again: string | null;
            /** @enum {string} */
            state: "open" | "declined" | "waiting" | "accepted" | "refused";
            /**
             * Format: uuid
             * @description The claim that answers it.
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            claim: string | null;
            before: components["schemas"]["Figure"] | null;
            answer: components["schemas"]["Figure"] | null;
            /** @enum {string|null} */
            change: "new" | "same" | "changed" | null;
        };
        CollectionHead: {
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            id: string;
            /** @description Six signs that stand on every sheet. */
            code: string;
            title: string;
            /** @enum {string} */
            state: "draft" | "sent" | "closed";
            kind: string;
            kindWords: components["schemas"]["Words"];
            chain: components["schemas"]["Named"];
            region: components["schemas"]["Words"] | null;
            list: components["schemas"]["Words"] | null;
            /** @enum {string} */
            answeredBy: "department" | "firm";
            properties: {
                id: string;
                words: components["schemas"]["Words"];
            }[];
            /**
             * Format: date
             * @example 2026-11-20
             */
            validFrom: string;
            period: components["schemas"]["Words"] & unknown;
            /**
             * Format: date
             * @description The first day after the time asked about.
             * @example 2026-11-20
             */
            validTo: string | null;
            /**
             * Format: date
             * @example 2026-11-20
             */
            due: string;
            /** @description Days until the deadline; negative once it has passed. */
            days: number;
            /**
             * Format: date-time
             * @example 2026-11-20T09:24:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-11-20T09:24:00.000Z
             */
            sentAt: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T09:24:00.000Z
             */
            closedAt: string | null;
            saved: components["schemas"]["CollectionSaved"];
            meter: components["schemas"]["CollectionMeter"];
            /** @description Recipients of whom nothing is open any more. */
            answered: number;
            /** @description Recipients beyond the deadline with something open. */
            late: number;
            recipients: number;
        };
        CollectionPlan: {
            things: number;
            asked: number;
            missing: number;
            stale: number;
            twice: number;
            /** @description Cells that nobody of those chosen answers. */
            unassigned: number;
            saved: components["schemas"]["CollectionSaved"];
            properties: {
                id: string;
                words: components["schemas"]["Words"];
                asked: number;
                spared: number;
                unassigned: number;
            }[];
            recipients: {
                name: string;
                hasAccount: boolean;
                things: number;
                asked: number;
            }[];
        };
        GraphReview: {
            title: string;
            /**
             * @description Who will read it.
             * @enum {string}
             */
            audience: "public" | "internal";
            facts: number;
            things: number;
            sources: number;
            hidden: {
                /** @enum {string} */
                reason: "label" | "partner" | "personal";
                what: components["schemas"]["Words"];
                why: components["schemas"]["Words"];
                facts: number;
                quotes: number;
            }[];
            stamps: components["schemas"]["Words"][];
        };
        IdentityDecided: {
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            id: string;
            /** @enum {string} */
            state: "proposed" | "in-force" | "dropped";
            /**
             * Format: uuid
             * @description Under which statements stand, or will stand.
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            thing: string;
        };
        IdentityDecision: {
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            id: string;
            /** @enum {string} */
            kind: "merge" | "distinct" | "split";
            /** @enum {string} */
            state: "proposed" | "in-force" | "dropped";
            from: {
                /**
                 * Format: uuid
                 * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                 */
                id: string;
                name: string;
            };
            into: {
                /**
                 * Format: uuid
                 * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                 */
                id: string;
                name: string | null;
            };
            reason: string;
            /** @description How many claims a split names. */
            claims: number;
            /** @description Made by whoever asks. */
            mine: boolean;
            madeBy: string;
            /**
             * Format: date-time
             * @example 2026-11-20T09:24:00.000Z
             */
            madeAt: string;
            confirmedBy: string | null;
            /**
             * Format: date-time
             * @example 2026-11-20T09:24:00.000Z
             */
            recordedAt: string | null;
            undone: {
                /**
                 * Format: date-time
                 * @example 2026-11-20T09:24:00.000Z
                 */
                at: string;
                by: string;
                reason: string;
            } | null;
        };
        IdentityMatch: {
            one: components["schemas"]["MatchSide"];
            other: components["schemas"]["MatchSide"];
            reasons: {
                /** @enum {string} */
                code: "same-code" | "other-code" | "same-name" | "short-name" | "former-name" | "same-core" | "other-form" | "other-place-in-name" | "same-place" | "other-place" | "same-address" | "spoof" | "no-code";
                /** @description For the pair being one, or below zero against. */
                points: number;
                words: components["schemas"]["Words"];
            }[];
            /** @description Their merge waits for another person. */
            proposed: boolean;
        };
        MatchSide: {
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            id: string;
            kind: string;
            name: string;
            synthetic: boolean;
            /** @description Names, codes, places and addresses, each with its claim. */
            said: {
                property: string;
                label: components["schemas"]["Words"];
                figure: components["schemas"]["Figure"];
            }[];
            sources: (components["schemas"]["SourceRef"] & {
                claims: number;
            })[];
        };
        BroughtSource: {
            source: components["schemas"]["SourceView"];
            /** @description The same bytes were brought before. */
            known: boolean;
        };
        StartedJob: {
            job: components["schemas"]["JobView"];
        };
        SourceWindow: {
            /** @enum {string} */
            kind: "sheet";
            sheet: string | null;
            columns: {
                letters: string;
                title: string;
            }[];
            rows: {
                row: number;
                cells: string[];
            }[];
            total: number;
        } | {
            /** @enum {string} */
            kind: "text";
            /** @description Where this text begins in the source, in code points. */
            first: number;
            text: string;
            /** @description Code points of the whole source. */
            total: number;
            /** @description The page that this text stands on; null where there are none. */
            page: number | null;
            /** @description Pages that can be turned; 0 where it has none. */
            pages: number;
            /** @description Counted within `text`, in code points. */
            spans: {
                /**
                 * Format: uuid
                 * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                 */
                claim: string;
                start: number;
                end: number;
            }[];
        };
        MappingView: {
            id: string;
            version: number;
            title: components["schemas"]["Words"];
            mapping: components["schemas"]["MappingDocument"];
            /** @enum {string} */
            origin: "pack" | "office";
        };
        MappingDocument: {
            id: string;
            version: number;
            title: components["schemas"]["Words"];
        } & {
            [key: string]: unknown;
        };
        ImportPreview: {
            takenFor: components["schemas"]["Words"];
            sheets: {
                name: string | null;
                rows: number | null;
                head: components["schemas"]["SheetHead"];
            }[];
            head: components["schemas"]["SheetHead"];
            sample: {
                row: number;
                cells: string[];
            }[];
            /** @description Id of the mapping through which the rows were read. */
            mapping: string | null;
            proposals: {
                mapping: components["schemas"]["MappingDocument"];
                reason: components["schemas"]["Words"];
                saved: boolean;
            }[];
            /** @description On what the proposal that is not saved rests, column by column. */
            columns: components["schemas"]["ColumnGuess"][];
            rows: {
                row: number;
                /** @enum {string} */
                outcome: "ok" | "held" | "refused";
                reasons: components["schemas"]["RowReason"][];
                claims: {
                    subject: string;
                    property: string;
                    object: string | null;
                    text: string | null;
                    held: boolean;
                }[];
            }[];
            counts: {
                ok: number;
                held: number;
                refused: number;
                claims: number;
            };
        };
        SheetHead: {
            sheet: string | null;
            columns: {
                index: number;
                letters: string;
                title: string;
            }[];
            headerRows: number;
            firstDataRow: number;
            encoding: string | null;
        };
        ColumnGuess: {
            index: number;
            means: components["schemas"]["ColumnRole"];
            words: components["schemas"]["Words"];
            confidence: number;
            reason: components["schemas"]["Words"];
            remarks: components["schemas"]["Words"][];
            unit: string | null;
        };
        ColumnRole: {
            /** @enum {string} */
            role: "key";
            kind: string;
            scheme: string;
        } | {
            /** @enum {string} */
            role: "name";
            kind: string;
        } | {
            /** @enum {string} */
            role: "property";
            property: string;
        } | {
            /** @enum {string} */
            role: "edge";
            edge: string;
            kind: string;
        } | {
            /** @enum {string} */
            role: "from";
            kind: string;
        } | {
            /** @enum {string} */
            role: "to";
            kind: string;
        } | {
            /** @enum {string} */
            role: "year";
        } | {
            /** @enum {string} */
            role: "ignored";
        };
        RowReason: {
            field: string | null;
            cells: string | null;
            code: string;
            words: components["schemas"]["Words"];
        };
        AccessRecordPage: {
            items: components["schemas"]["AccessRecordView"][];
            next: string | null;
            total: number;
        };
        AccessRecordView: {
            sequence: string;
            /**
             * Format: date-time
             * @example 2026-11-20T09:24:00.000Z
             */
            at: string;
            /** @enum {string} */
            act: "read" | "export" | "refusal" | "sign-in" | "audit";
            person: {
                /**
                 * Format: uuid
                 * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                 */
                id: string;
                name: string | null;
            } | null;
            organisation: {
                /**
                 * Format: uuid
                 * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                 */
                id: string;
                name: string | null;
            } | null;
            role: string | null;
            route: string;
            what: string;
            object: string;
            /** @description Levels of the labels answered. */
            levels: string[];
            /** @description How many labelled things were answered. */
            count: number;
            /** @description What was answered instead. */
            code: string | null;
            address: string;
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            request: string | null;
        };
        CommandRecordPage: {
            items: components["schemas"]["CommandRecordView"][];
            next: string | null;
            total: number;
        };
        CommandRecordView: {
            sequence: string;
            /**
             * Format: date-time
             * @example 2026-11-20T09:24:00.000Z
             */
            at: string;
            command: string;
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            entry: string;
            /** @description Null while it waits to be signed. */
            leaf: string | null;
            person: {
                /**
                 * Format: uuid
                 * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                 */
                id: string;
                name: string | null;
            } | null;
            organisation: {
                /**
                 * Format: uuid
                 * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                 */
                id: string;
                name: string | null;
            } | null;
            role: string | null;
        };
        JobRow: {
            sheet: string | null;
            first: number;
            last: number;
            outcome: components["schemas"]["RowOutcome"];
            reasons: components["schemas"]["RowReason"][];
            cells: string[] | null;
        };
        /** @enum {string} */
        RowOutcome: "new" | "changed" | "same" | "possible" | "held" | "refused";
        Published: {
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            decision: string | null;
            claims: number;
            dryRun: boolean;
        };
        JobDetail: components["schemas"]["JobView"] & {
            report: components["schemas"]["ImportReport"];
            batch: components["schemas"]["JobBatch"];
            /** @description What it reads; null for jobs that read nothing. */
            source: {
                /**
                 * Format: uuid
                 * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                 */
                id: string;
                title: string;
            } | null;
        };
        ImportReport: {
            rows: number;
            new: number;
            changed: number;
            same: number;
            possible: number;
            held: number;
            refused: number;
            claims: number;
        } | null;
        /** @description Null for jobs that are no imports. */
        JobBatch: {
            source: {
                /**
                 * Format: uuid
                 * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
                 */
                id: string;
                title: string;
            };
            mapping: {
                id: string;
                version: number;
            };
            /** @enum {string} */
            state: "open" | "ready" | "published" | "discarded";
            dryRun: boolean;
        } | null;
        Witnessing: {
            /** @description Witnesses that have to cosign a state; 0 for none. */
            needed: number;
            /** @description The largest tree that so many witnesses vouch for. */
            witnessedSize: number | null;
            witnesses: {
                /** @description Eight hex digits. */
                id: string;
                name: string;
                /** @description The public key as one word: name+id+key. */
                key: string;
                organisation: string;
                /**
                 * Format: date-time
                 * @example 2026-11-20T09:24:00.000Z
                 */
                registeredAt: string;
                /**
                 * Format: date-time
                 * @example 2026-11-20T09:24:00.000Z
                 */
                retiredAt: string | null;
                /** @description The largest tree that it cosigned. */
                size: number | null;
                /**
                 * Format: date-time
                 * @example 2026-11-20T09:24:00.000Z
                 */
                signedAt: string | null;
                /** @enum {string} */
                state: "never" | "late" | "current";
            }[];
            /** @description States that this log signed and does not keep. */
            forks: {
                size: number;
                note: string;
                /**
                 * Format: date-time
                 * @example 2026-11-20T09:24:00.000Z
                 */
                reportedAt: string;
            }[];
        };
        ConsistencyProof: {
            from: number;
            size: number;
            hashes: string[];
        };
        InclusionProof: {
            /**
             * Format: uuid
             * @example 0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111
             */
            entry: string;
            leaf: number;
            size: number;
            hashes: string[];
        };
        LogCheckpoint: {
            /** @description Name of the log. */
            origin: string;
            /**
             * @description intl: SHA-256 and Ed25519. gm: SM3 and SM2.
             * @enum {string}
             */
            suite: "intl" | "gm";
            /** @description Leaves of the tree. */
            size: number;
            /** @description By the hash of the suite, base64. */
            root: string;
            /** @description The checkpoint as a C2SP signed note, with the cosignatures of witnesses. */
            note: string;
            signedAt: string;
            /** @description Entries that are not in the tree yet. */
            waiting: number;
        };
        LogKeys: {
            items: {
                /** @description Eight hex digits. */
                id: string;
                /** @description The public key as one word: name+id+key. */
                key: string;
                /**
                 * @description intl: SHA-256 and Ed25519. gm: SM3 and SM2.
                 * @enum {string}
                 */
                suite: "intl" | "gm";
                madeAt: string;
            }[];
        };
        Backups: {
            /** @description The newest first. */
            items: components["schemas"]["BackupView"][];
            folder: string;
            /** @description How many are kept. */
            kept: number;
            /** @enum {string} */
            durability: "D0" | "D1" | "D2";
            /** @enum {string} */
            engine: "pglite" | "postgres";
            /** @description The journal that guards the embedded store; its newest segment. */
            journal: {
                sizeBytes: number;
            } | null;
            /** @description A backup that waits or is being taken. */
            running: components["schemas"]["JobView"] | null;
            /** @description The last attempt, where it failed and no backup was taken since. */
            failed: components["schemas"]["JobView"] | null;
            /**
             * Format: date-time
             * @example 2026-11-20T09:24:00.000Z
             */
            now: string;
            /** @description There is none, or the newest is older than a day. */
            overdue: boolean;
        };
        BackupView: {
            name: string;
            /** @description On the machine of the server. */
            folder: string;
            /**
             * Format: date-time
             * @example 2026-11-20T09:24:00.000Z
             */
            takenAt: string;
            /** @description SHA-256 as hex. */
            digest: string;
            rows: number;
            blobs: number;
            sizeBytes: number;
            program: string;
            schema: number;
            /** @enum {string} */
            durability: "D0" | "D1" | "D2";
            logs: {
                tenant: number;
                size: number;
                /** @description SHA-256 as hex. */
                root: string;
            }[];
        };
        Checks: {
            /**
             * @description The worst of them.
             * @enum {string}
             */
            state: "good" | "look" | "broken";
            /**
             * Format: date-time
             * @example 2026-11-20T09:24:00.000Z
             */
            now: string;
            checks: {
                /** @enum {string} */
                id: "node" | "server" | "directory" | "lock" | "space" | "durability" | "database" | "settings" | "wall" | "migrations" | "queue" | "workers" | "log" | "witnesses" | "backup" | "journal" | "clock" | "exposure" | "sample";
                /**
                 * @description `look`: it works, and somebody should look here. `broken`: a promise is not kept.
                 * @enum {string}
                 */
                state: "good" | "look" | "broken";
                /** @description What was looked at. */
                what: string;
                /** @description What was found. */
                why: string;
                /** @description What to do; null for nothing. */
                next: string | null;
            }[];
        };
        SearchAnswer: {
            groups: {
                kind: string;
                items: {
                    /** @description Of a thing or a source; of a list its name. */
                    id: string;
                    kind: string;
                    name: string;
                    /** @description The name that fitted, where it is not the display name. */
                    alias: string | null;
                    detail: string | null;
                    verdict: components["schemas"]["Verdict"] | null;
                    href: string;
                }[];
            }[];
            ms: number;
        };
        CodeRow: {
            scheme: string;
            edition: string;
            code: string;
            parent: string | null;
            nameZh: string | null;
            nameEn: string | null;
            validFrom: string | null;
            validTo: string | null;
        };
        VocabularyView: {
            kinds: {
                id: string;
                words: components["schemas"]["Words"];
                properties: string[];
                /**
                 * @description How far a name without a code is one thing.
                 * @enum {string}
                 */
                namesHold: "table" | "chain" | "office";
            }[];
            officeScheme: string;
            edges: {
                id: string;
                words: components["schemas"]["Words"];
                reverse: components["schemas"]["Words"];
                from: string[];
                to: string[];
            }[];
            properties: {
                id: string;
                words: components["schemas"]["Words"];
                value: string;
                unit: string | null;
                scheme: string | null;
                choices: {
                    id: string;
                    words: components["schemas"]["Words"];
                }[];
            }[];
            schemes: {
                id: string;
                words: components["schemas"]["Words"];
            }[];
        };
        CoverageRow: {
            id: string;
            part: components["schemas"]["Words"];
            name: components["schemas"]["Words"];
            screen: string | null;
            command: string | null;
            pack: string | null;
            test: string | null;
            absentBecause: components["schemas"]["Words"] | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
