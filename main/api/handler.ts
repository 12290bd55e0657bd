import type { MethodName, Params, Result } from '#shared/api/api.ts';
import type { DocumentService } from '../documents/document-service.ts';

/** Who is asking, and of whom. */
export interface Asked {
  readonly service: DocumentService;
  /** The views that this client has open. */
  readonly views: Set<string>;
}

/** Answers one method. Expected failures are `AppError`s. */
export type Handler<Name extends MethodName> = (
  asked: Asked,
  params: Params<Name>,
) => Result<Name> | Promise<Result<Name>>;

/** A handler for each method whose name begins with the noun. */
export type HandlersOf<Noun extends string> = {
  readonly [Name in Extract<MethodName, `${Noun}.${string}`>]: Handler<Name>;
};
