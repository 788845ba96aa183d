package io.stele.server.api.hook;

import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import io.stele.server.http.BodyBudget;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Collects bytes up to a bound, as long as there is room for those of all, and asks for more only when it has taken in what came. */
final class BoundedBytes implements Subscriber<byte[]> {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final int most;
    private final BodyBudget.Share share;
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private final CompletableFuture<Optional<byte[]>> whole = new CompletableFuture<>();
    private final AtomicReference<@Nullable Subscription> source = new AtomicReference<>();

    /** @param share what holds them all */
    BoundedBytes(int most, BodyBudget.Share share) {
        this.most = most;
        this.share = share;
    }

    /** All of them; empty when there are too many. Fails with a {@link RejectedException} when all together are too many. */
    CompletableFuture<Optional<byte[]>> whole() {
        return whole;
    }

    /** Takes in no more. Does nothing after the end. */
    void cancel() {
        Subscription subscription = source.get();
        if (subscription != null) {
            subscription.cancel();
        }
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        source.set(subscription);
        subscription.request(1);
    }

    @Override
    public void onNext(byte[] bytes) {
        if (taken.size() + (long) bytes.length > most) {
            cancel();
            whole.complete(Optional.empty());
            return;
        }
        if (!share.take(bytes.length)) {
            cancel();
            whole.completeExceptionally(new RejectedException(new Rejection.Overloaded(PAUSE)));
            return;
        }
        taken.writeBytes(bytes);
        Subscription subscription = source.get();
        if (subscription != null) {
            subscription.request(1);
        }
    }

    @Override
    public void onError(Throwable fault) {
        whole.completeExceptionally(fault);
    }

    @Override
    public void onComplete() {
        whole.complete(Optional.of(taken.toByteArray()));
    }
}
