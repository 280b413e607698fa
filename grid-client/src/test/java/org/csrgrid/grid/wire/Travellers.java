package org.csrgrid.grid.wire;

import com.hazelcast.aggregation.Aggregator;
import com.hazelcast.collection.IQueue;
import com.hazelcast.map.EntryProcessor;
import com.hazelcast.map.IMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.csrgrid.grid.cluster.MemberCall;

/** Finds what crosses the wire by reading this module's compiled classes: operations, their answers, map and queue contents, and all within them. */
final class Travellers {

    private static final List<Class<?>> OPERATIONS = List.of(EntryProcessor.class, MemberCall.class, Aggregator.class);

    private final Set<Class<?>> found = new LinkedHashSet<>();
    private final Set<Type> seen = new LinkedHashSet<>();

    private Travellers() {}

    static Set<Class<?>> find() {
        var travellers = new Travellers();
        moduleClasses().forEach(travellers::startAt);
        return travellers.found;
    }

    /** What operations answer, as declared. */
    static Set<Type> answers() {
        return moduleClasses().stream()
                .flatMap(type -> Stream.of(type.getGenericInterfaces()))
                .filter(ParameterizedType.class::isInstance)
                .map(ParameterizedType.class::cast)
                .filter(implemented -> OPERATIONS.stream()
                        .anyMatch(kind -> kind.isAssignableFrom((Class<?>) implemented.getRawType())))
                .map(implemented -> implemented.getActualTypeArguments())
                .map(arguments -> arguments[arguments.length - 1])
                .filter(answer -> !(answer instanceof TypeVariable<?>))
                .collect(Collectors.toSet());
    }

    private void startAt(Class<?> type) {
        boolean operation = OPERATIONS.stream().anyMatch(kind -> kind.isAssignableFrom(type));
        if (operation && !type.isInterface() && !Modifier.isAbstract(type.getModifiers())) {
            found.add(type);
            follow(type);
            for (Type implemented : type.getGenericInterfaces()) {
                follow(implemented);
            }
        }
        for (Field field : type.getDeclaredFields()) {
            followContents(field.getGenericType());
        }
        for (Method method : type.getDeclaredMethods()) {
            followContents(method.getGenericReturnType());
        }
    }

    private void followContents(Type structure) {
        if (structure instanceof ParameterizedType parameterized
                && List.of(IMap.class, IQueue.class).contains(parameterized.getRawType())) {
            follow(parameterized);
        }
    }

    private void follow(Type type) {
        if (!seen.add(type)) {
            return;
        }
        switch (type) {
            case ParameterizedType parameterized -> {
                follow(parameterized.getRawType());
                List.of(parameterized.getActualTypeArguments()).forEach(this::follow);
            }
            case WildcardType wildcard -> List.of(wildcard.getUpperBounds()).forEach(this::follow);
            case GenericArrayType array -> follow(array.getGenericComponentType());
            case Class<?> plain -> followClass(plain);
            default -> {}
        }
    }

    private void followClass(Class<?> type) {
        if (!type.getName().startsWith("org.csrgrid.")) {
            return;
        }
        if (type.isSealed() && !type.isEnum()) {
            List.of(type.getPermittedSubclasses()).forEach(this::follow);
        }
        if (type.isRecord()) {
            found.add(type);
            for (RecordComponent component : type.getRecordComponents()) {
                follow(component.getGenericType());
            }
        }
    }

    private static List<Class<?>> moduleClasses() {
        try {
            Path root = Path.of(WireTypes.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(root)) {
                return files.map(root::relativize)
                        .map(Path::toString)
                        .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                        .<Class<?>>map(Travellers::load)
                        .toList();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Class<?> load(String file) {
        try {
            String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
            return Class.forName(name, false, WireTypes.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
