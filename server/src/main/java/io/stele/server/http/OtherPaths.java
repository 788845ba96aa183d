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
 * Paths that a provider has and this server does not. They are known: asking for one is answered as not offered, not as
 * unknown.
 */
public final class OtherPaths {

    private final List<Entry> table;

    private record Entry(UriMatchTemplate template, Set<String> methods) {}

    /** @param paths each path, as a template, with its methods */
    public OtherPaths(Map<String, Set<String>> paths) {
        this.table = paths.entrySet().stream()
                .map(entry -> new Entry(UriMatchTemplate.of(entry.getKey()), Set.copyOf(entry.getValue())))
                .toList();
    }

    /** The refusal as it should be told: a path or a method that the provider has is not unknown. */
    public Refusal insteadOf(Refusal refusal, HttpRequest<?> request) {
        return switch (refusal) {
            case Refusal.UnknownPath _ -> known(request, Set.of()).orElse(refusal);
            case Refusal.WrongMethod(_, Set<String> allowed) -> known(request, allowed).orElse(refusal);
            case Refusal.ByDomain _,
                    Refusal.BadField _,
                    Refusal.BadBody _,
                    Refusal.KeyMissing _,
                    Refusal.KeyRefused _,
                    Refusal.WrongContentType _,
                    Refusal.BodyTooLarge _,
                    Refusal.NotOffered _,
                    Refusal.TooMany _,
                    Refusal.Fault _ -> refusal;
        };
    }

    private Optional<Refusal> known(HttpRequest<?> request, Set<String> served) {
        String method = request.getMethodName();
        Set<String> methods = table.stream()
                .filter(entry -> entry.template().match(request.getPath()).isPresent())
                .flatMap(entry -> entry.methods().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (methods.isEmpty()) {
            return Optional.empty();
        }
        if (methods.contains(method)) {
            return Optional.of(new Refusal.NotOffered(method + " " + request.getPath()));
        }
        methods.addAll(served);
        return Optional.of(new Refusal.WrongMethod(method, methods));
    }
}
