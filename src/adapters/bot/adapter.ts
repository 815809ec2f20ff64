import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type InvokeResponse,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder'
import type { BotConfig } from '../../config/config.js'
import type { Timer } from '../../ports/ports.js'
import { type OncePerRequestClient, SendFailure } from './http-client.js'

const REPLY_ATTEMPTS = 3
const FIRST_WAIT_MS = 500
/** Teams gives up on a turn after 15 seconds, and sends the message again. */
const LONGEST_WAIT_MS = 4_000

/** The messenger's signatures and our own, over a client of ours. Without an app id nothing is signed or checked. */
export function authentication(settings: BotConfig, httpClient: OncePerRequestClient) {
  const identity =
    settings.appId === ''
      ? {}
      : {
          MicrosoftAppId: settings.appId,
          MicrosoftAppPassword: settings.appPassword,
          MicrosoftAppTenantId: settings.appTenantId,
          MicrosoftAppType: settings.appType,
        }
  return new ConfigurationBotFrameworkAuthentication(identity, undefined, undefined, undefined, {
    httpClient,
  })
}

/** botbuilder's adapter without its HTTP and console: activities come in as values and their answers leave as values. */
export class TurnAdapter extends CloudAdapter {
  constructor(
    auth: ConfigurationBotFrameworkAuthentication,
    private readonly timer: Timer,
  ) {
    super(auth)
  }

  /** Checks the signature, then runs `logic`. Throws where the signature is wrong. */
  receive(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, logic)
  }

  /** Replies one by one, so that what has been delivered is not repeated with what was asked to try again. */
  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const responses: ResourceResponse[] = []
    for (const activity of activities) {
      responses.push(...(await this.#whenAsked(() => super.sendActivities(context, [activity]))))
    }
    return responses
  }

  async #whenAsked<T>(send: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await send()
      } catch (error) {
        const waitMs = error instanceof SendFailure ? waitBeforeRetry(error, attempt) : undefined
        if (waitMs === undefined || attempt === REPLY_ATTEMPTS) throw error
        await this.timer.wait(waitMs)
      }
    }
  }
}

/** Only an answer that says "not now" is tried again, for everything else may have been delivered or never will be. */
function waitBeforeRetry({ outcome }: SendFailure, attempt: number): number | undefined {
  const step = FIRST_WAIT_MS * 2 ** (attempt - 1)
  if (outcome.kind === 'try-again') return step
  if (outcome.kind !== 'throttled') return undefined
  const asked = outcome.retryAfterMs ?? step
  return asked <= LONGEST_WAIT_MS ? asked : undefined
}
