package io.stele.server.api.zavu;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.stele.adapters.zavu.ZavuIds;
import io.stele.contracts.zavu.ZavuAccount;
import io.stele.contracts.zavu.ZavuBalance;
import io.stele.core.channel.Directory;
import io.stele.core.project.Mode;
import io.stele.core.project.Principal;
import io.stele.core.project.Project;
import java.math.BigDecimal;

/** Whose key a request carries, and what it costs, which is nothing (contract §2.9). */
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AccountController {

    private static final String CURRENCY = "USD";

    private final Directory directory;

    AccountController(Directory directory) {
        this.directory = directory;
    }

    /** There are no teams here; the project stands in as its own. */
    @Get("/me")
    ZavuAccount me(Principal principal) {
        String id = ZavuIds.text(principal.project().value());
        String name = directory.project(principal.project()).map(Project::name).orElse(null);
        return new ZavuAccount(
                new ZavuAccount.Project(id, name, false),
                new ZavuAccount.Team(id, name),
                new ZavuAccount.ApiKey(ZavuIds.text(principal.keyId())),
                principal.mode() == Mode.TEST);
    }

    @Get("/balance")
    ZavuBalance balance(Principal principal) {
        return new ZavuBalance(BigDecimal.ZERO, CURRENCY, false, null, null);
    }
}
