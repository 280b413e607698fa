CREATE TABLE of_the_future (id INT PRIMARY KEY);
