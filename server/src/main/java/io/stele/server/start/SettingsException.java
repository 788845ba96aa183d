package io.stele.server.start;

/** The server cannot start as it is set. The message is one sentence for the user, which names what to change. */
public final class SettingsException extends RuntimeException {

    SettingsException(String message) {
        super(message);
    }

    SettingsException(Setting setting, String expectation) {
        super(setting + " must be " + expectation + ".");
    }
}
