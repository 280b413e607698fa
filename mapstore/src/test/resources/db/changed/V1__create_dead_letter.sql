CREATE TABLE another_table (id INT PRIMARY KEY);
