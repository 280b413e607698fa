package org.csrgrid.bench;

import org.csrgrid.bench.chaos.ChaosCommand;
import org.csrgrid.bench.donate.DonateCommand;
import org.csrgrid.bench.fuzz.FuzzCommand;
import org.csrgrid.bench.jobs.JobsCommand;
import org.csrgrid.bench.read.ReadCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code main} of {@code csr bench} and {@code csr chaos}. */
@Command(
        name = "csr",
        description = "Measures the product, and breaks it.",
        subcommands = {BenchCommand.Bench.class, ChaosCommand.class})
public final class BenchCommand {

    private static final int FAULT = 1;

    private BenchCommand() {}

    @Command(
            name = "bench",
            description = "Starts a product of its own in a temporary folder and measures it.",
            subcommands = {DonateCommand.class, ReadCommand.class, JobsCommand.class, FuzzCommand.class})
    static final class Bench {}

    public static void main(String[] arguments) {
        CommandLine command = new CommandLine(new BenchCommand())
                .setExecutionExceptionHandler((failure, _, _) -> {
                    System.err.println("csr: " + (failure.getMessage() == null ? failure : failure.getMessage()));
                    return FAULT;
                })
                .setParameterExceptionHandler((wrong, _) -> {
                    System.err.println("csr: " + wrong.getMessage());
                    return CommandLine.ExitCode.USAGE;
                });
        System.exit(command.execute(arguments));
    }
}
