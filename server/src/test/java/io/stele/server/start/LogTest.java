package io.stele.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import org.junit.jupiter.api.Test;

/** The log as it is set up for users. */
class LogTest {

    @Test
    void hasTheServersOwnLinesAndWarningsOfOthersButNotWhatTheDatabaseSaysOfABrokenConnection() throws JoranException {
        LoggerContext context = new LoggerContext();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(LogTest.class.getResource("/logback.xml"));

        assertThat(context.getLogger("io.stele.server").isInfoEnabled()).isTrue();
        assertThat(context.getLogger("com.zaxxer.hikari.HikariDataSource").isWarnEnabled()).isTrue();
        assertThat(context.getLogger("com.zaxxer.hikari.HikariDataSource").isInfoEnabled()).isFalse();
        assertThat(context.getLogger("com.zaxxer.hikari.pool.ProxyConnection").isErrorEnabled()).isFalse();
        assertThat(context.getLogger("io.micronaut.transaction.jdbc.DataSourceTransactionManager").isErrorEnabled()).isFalse();
        context.stop();
    }
}
