package io.stele.adapters.chirp.webhook;

import io.stele.adapters.chirp.ErrorType;
import io.stele.adapters.chirp.ProviderError;
import io.stele.contracts.chirp.ErrorEnvelope;
import io.stele.core.message.Failure;

/** Why a message failed, in the shape of the API's errors (contract §1.3, §6.4). */
final class MessageErrors {

    private MessageErrors() {}

    /** What Meta says, with its code translated; what we say ourselves, without a provider. */
    static ErrorEnvelope.Detail of(Failure failure) {
        return ProviderError.isProviders(failure)
                ? ProviderError.of(failure).detail()
                : new ErrorEnvelope.Detail(
                        ErrorType.API_ERROR.wireName(), null, failure.sentence(), null, null, null);
    }
}
