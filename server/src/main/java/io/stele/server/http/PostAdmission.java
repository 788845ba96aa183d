package io.stele.server.http;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.stele.core.commit.Inflow;
import io.stele.core.refusal.Rejection;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what is posted to the APIs while so much of it is under way, or so many sends wait, that it would wait for seconds. It would be refused all the same, but only when its body has
 * been read and people looked up: under the load that makes it wait nobody has the time for that, and refusals came so late that callers had gone away.
 *
 * <p>So this comes first of all, on the thread that has read the head, and asks for no key. Who has none holds no place for long: the answer to that needs no body. One key holds half of
 * the places at the most, so that who sends slowly, or has much that waits for a provider, leaves room for others. What providers post has limits of its own.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(-200)
final class PostAdmission {

    private static final String HELD = "stele.post";
    private static final Refusal REFUSAL = new Refusal.ByDomain(new Rejection.Overloaded(Duration.ofSeconds(1)));

    private final Flavours flavours;
    private final Inflow inflow;
    private final int most;
    private final int mostOfKey;
    private final AtomicInteger underWay = new AtomicInteger();
    private final ConcurrentHashMap<String, Integer> byKey = new ConcurrentHashMap<>();

    /**
     * @param inflow what comes to intake
     * @param most how many may be under way
     * @param mostOfKey how many of them with the same key
     */
    PostAdmission(
            Flavours flavours,
            Inflow inflow,
            @Value("${stele.limits.posts:2048}") int most,
            @Value("${stele.limits.posts-of-key:1024}") int mostOfKey) {
        this.flavours = flavours;
        this.inflow = inflow;
        this.most = most;
        this.mostOfKey = mostOfKey;
    }

    @RequestFilter
    @Nullable MutableHttpResponse<?> admit(HttpRequest<?> request) {
        if (request.getMethod() != HttpMethod.POST || !(request instanceof NettyHttpRequest<?> netty)) {
            return null;
        }
        ApiFlavour flavour = flavours.serving(request).orElse(null);
        if (flavour == null || flavour.isOpen(request.getPath())) {
            return null;
        }
        if (inflow.isFull() || !take(netty, flavour.key(request).orElse(""))) {
            return flavour.render(REFUSAL, request);
        }
        return null;
    }

    private boolean take(NettyHttpRequest<?> request, String key) {
        boolean isOneTooMany = underWay.incrementAndGet() > most;
        if (byKey.merge(key, 1, Integer::sum) > mostOfKey || isOneTooMany) {
            giveBack(key);
            return false;
        }
        Holding.until(request, HELD, () -> giveBack(key));
        return true;
    }

    private void giveBack(String key) {
        underWay.decrementAndGet();
        byKey.computeIfPresent(key, (_, count) -> count == 1 ? null : count - 1);
    }

    @ResponseFilter
    void answered(HttpRequest<?> request) {
        Holding.end(request, HELD);
    }

    /** How many are under way. */
    int underWay() {
        return underWay.get();
    }
}
