package io.stele.server.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.uri.UriMatchTemplate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Paths that a provider has and this server does not serve. They are answered as not offered, not as unknown, so that nobody
 * looks for a mistake of their own.
 */
public final class UnservedPaths {

    private final List<Entry> entries;

    private record Entry(UriMatchTemplate template, Set<String> methods) {}

    /** @param paths URI templates with their methods */
    public UnservedPaths(Map<String, Set<String>> paths) {
        this.entries = paths.entrySet().stream()
                .map(path -> new Entry(UriMatchTemplate.of(path.getKey()), Set.copyOf(path.getValue())))
                .toList();
    }

    /** The refusal as it should be told: a path or a method that the server does not have, but the provider has, is not unknown. */
    public Refusal insteadOf(Refusal refusal, HttpRequest<?> request) {
        return switch (refusal) {
            case Refusal.UnknownPath _ -> told(request, Set.of()).orElse(refusal);
            case Refusal.WrongMethod(_, Set<String> served) -> told(request, served).orElse(refusal);
            case Refusal.ByDomain _,
                    Refusal.BadField _,
                    Refusal.BadBody _,
                    Refusal.KeyMissing _,
                    Refusal.KeyRefused _,
                    Refusal.WrongContentType _,
                    Refusal.WrongContentCoding _,
                    Refusal.BodyTooLarge _,
                    Refusal.NotOffered _,
                    Refusal.TooMany _,
                    Refusal.Fault _ -> refusal;
        };
    }

    private Optional<Refusal> told(HttpRequest<?> request, Set<String> served) {
        String method = request.getMethodName();
        Set<String> known = entries.stream()
                .filter(entry -> entry.template().match(request.getPath()).isPresent())
                .flatMap(entry -> entry.methods().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (known.isEmpty()) {
            return Optional.empty();
        }
        if (known.contains(method)) {
            return Optional.of(new Refusal.NotOffered(method + " " + request.getPath()));
        }
        known.addAll(served);
        return Optional.of(new Refusal.WrongMethod(method, known));
    }
}
