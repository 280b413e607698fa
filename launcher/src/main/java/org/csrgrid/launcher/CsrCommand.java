package org.csrgrid.launcher;

import java.io.PrintWriter;
import java.util.Map;
import java.util.ServiceLoader;
import org.csrgrid.config.binding.InvalidSettingsException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code main} of the launcher: {@code csr} and its subcommands. */
@Command(
        name = "csr",
        description = "Runs CSR Grid on this machine.",
        subcommands = {
            DemoCommand.class,
            StatusCommand.class,
            StopCommand.class,
            GridCommand.class,
            ApiCommand.class,
            DoctorCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "  build   Builds what is missing, and nothing else.",
            "  test    Builds everything and runs all tests; further arguments go to Maven.",
            "  bench   Measures donating or reading, and prints throughput and percentiles: bench donate, bench read.",
            "  chaos   Breaks processes under load and checks the books afterwards."
        },
        mixinStandardHelpOptions = true,
        versionProvider = CsrCommand.Version.class)
public final class CsrCommand implements Runnable {

    static final int FAULT = 1;
    static final int WRONG_USE = 2;

    private static final String LOGGING = "logback.configurationFile";
    private static final String LOGGING_OF_COMMANDS = "org/csrgrid/launcher/logback-command.xml";
    private static final Map<String, String> LOGGING_OF_NODES =
            Map.of("grid", "org/csrgrid/launcher/logback-node.xml", "api", "logback-api.xml");

    @Option(
            names = "--debug",
            scope = CommandLine.ScopeType.INHERIT,
            description = "Shows where a fault came from, with its stack trace.")
    private boolean debug;

    private final CommandLine line = new CommandLine(this);

    private CsrCommand() {
        ServiceLoader.load(CsrSubcommand.class).forEach(line::addSubcommand);
        line.setParameterExceptionHandler((wrong, _) -> wrongUse(wrong));
        line.setExecutionExceptionHandler((fault, command, _) -> fault(fault, command));
    }

    public static void main(String[] arguments) {
        if (System.getProperty(LOGGING) == null) {
            String command = arguments.length > 0 ? arguments[0] : "";
            System.setProperty(LOGGING, LOGGING_OF_NODES.getOrDefault(command, LOGGING_OF_COMMANDS));
        }
        System.exit(execute(arguments));
    }

    /** Runs a command and returns its exit code: 0 done, 1 fault, 2 wrong use; others are the command's own. */
    static int execute(String... arguments) {
        return new CsrCommand().line.execute(arguments);
    }

    /** Without a subcommand there is nothing to do but to say what there is. */
    @Override
    public void run() {
        throw new CommandLine.ParameterException(line, "what shall it do? For example: demo");
    }

    private static int wrongUse(CommandLine.ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.printf("csr: %s%n", firstLine(wrong));
        boolean suggested = UnmatchedArgumentException.printSuggestions(wrong, err);
        if (!suggested) {
            err.printf("Try: ./%s --help%n", command.getCommandSpec().qualifiedName());
        }
        err.flush();
        return WRONG_USE;
    }

    private int fault(Exception fault, CommandLine command) {
        PrintWriter err = command.getErr();
        if (debug) {
            fault.printStackTrace(err);
        } else if (fault instanceof InvalidSettingsException invalid) {
            invalid.problems().forEach(problem -> err.printf("csr: %s%n", problem.line()));
        } else {
            err.printf("csr: %s%n", Faults.inOneLine(fault));
        }
        err.flush();
        return fault instanceof InvalidSettingsException ? WRONG_USE : FAULT;
    }

    private static String firstLine(Exception wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return "%s is not known here".formatted(String.join(" ", unmatched.getUnmatched()));
        }
        return String.valueOf(wrong.getMessage()).lines().findFirst().orElse("wrong arguments");
    }

    /** The version the build wrote into the jar. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = CsrCommand.class.getPackage().getImplementationVersion();
            return new String[] {"CSR Grid " + (version == null ? "(built here)" : version)};
        }
    }
}
