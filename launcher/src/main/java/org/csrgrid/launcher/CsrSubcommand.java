package org.csrgrid.launcher;

import java.util.concurrent.Callable;

/**
 * A subcommand from another module, found by {@link java.util.ServiceLoader}. Implementations carry picocli's {@code @Command} with a name; what they
 * return is the exit code, a {@link CommandException} becomes one line and exit code 1.
 */
public interface CsrSubcommand extends Callable<Integer> {}
