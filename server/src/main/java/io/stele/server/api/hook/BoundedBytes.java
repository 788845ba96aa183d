package io.stele.server.api.hook;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Collects bytes up to a bound, and asks for more only when it has taken in what came. */
final class BoundedBytes implements Subscriber<byte[]> {

    private final int most;
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private final CompletableFuture<Optional<byte[]>> whole = new CompletableFuture<>();
    private final AtomicReference<@Nullable Subscription> source = new AtomicReference<>();

    BoundedBytes(int most) {
        this.most = most;
    }

    /** All of them; empty when there are too many. */
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
