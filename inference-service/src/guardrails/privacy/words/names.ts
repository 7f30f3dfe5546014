/** Common given names and family names of many countries, written from general knowledge. Hints for the tagger, never proof. */
const list = (text: string): string[] => text.trim().split(/\s+/);

export const GIVEN_NAMES = list(`
James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark Donald Steven Paul Andrew
Joshua Kenneth Kevin Brian George Edward Ronald Timothy Jason Jeffrey Ryan Jacob Gary Nicholas Eric Jonathan Stephen Larry Justin Scott
Brandon Benjamin Samuel Gregory Frank Alexander Raymond Patrick Jack Dennis Jerry Tyler Aaron Jose Adam Nathan Henry Douglas Zachary Peter
Kyle Walter Ethan Jeremy Harold Keith Christian Roger Noah Gerald Carl Terry Sean Austin Arthur Lawrence Jesse Dylan Bryan Joe Jordan Billy
Bruce Albert Willie Gabriel Logan Alan Juan Wayne Roy Ralph Randy Eugene Vincent Russell Louis Bobby Philip Johnny Oliver Harry Leo Oscar
Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty Margaret Sandra Ashley Kimberly Emily Donna
Michelle Carol Amanda Dorothy Melissa Deborah Stephanie Rebecca Sharon Laura Cynthia Kathleen Amy Angela Shirley Anna Brenda Pamela Emma
Nicole Helen Samantha Katherine Christine Debra Rachel Carolyn Janet Catherine Maria Heather Diane Ruth Julie Olivia Joyce Virginia Victoria
Kelly Lauren Christina Joan Evelyn Judith Megan Andrea Cheryl Hannah Jacqueline Martha Gloria Teresa Ann Sara Madison Frances Kathryn Janice
Jean Abigail Alice Julia Judy Sophia Grace Denise Amber Doris Marilyn Danielle Beverly Isabella Theresa Diana Natalie Brittany Charlotte
Marie Kayla Alexis Lori Jane Fiona Nigel Graham Gareth Callum Ewan Alistair Siobhan Niamh Aoife Liam Conor Declan Harriet Imogen Poppy
Hans Peter Klaus Jürgen Dieter Günter Wolfgang Uwe Bernd Horst Manfred Karl Heinz Helmut Stefan Andreas Michael Thomas Jörg Ralf Frank
Matthias Markus Sebastian Tobias Florian Lukas Felix Jonas Leon Finn Maximilian Moritz Julian Niklas Philipp Fabian Dominik Kai Sven Lars
Ursula Monika Petra Sabine Renate Karin Helga Brigitte Ingrid Erika Christa Gisela Birgit Gudrun Heike Anja Katrin Silke Claudia Susanne
Martina Nadine Katharina Lena Leonie Mia Sophie Johanna Hannelore Liesel Greta Frieda Annika Wiebke Antje Jutta Elke Anke Steffi Ulrike
Jean Pierre Michel André Philippe René Louis Alain Jacques Bernard Marcel Daniel Roger Robert Paul Claude Christian Henri Georges Nicolas
François Laurent Olivier Thierry Pascal Éric Frédéric Stéphane Christophe Sébastien Guillaume Antoine Mathieu Julien Romain Maxime Hugo
Luc Yves Gérard Étienne Benoît Rémi Quentin Théo Lucas Baptiste Marie Jeanne Françoise Monique Catherine Nathalie Isabelle Jacqueline
Sylvie Martine Nicole Christine Hélène Valérie Céline Sandrine Véronique Aurélie Élodie Camille Chloé Manon Léa Inès Jade Margaux Amélie
Brigitte Chantal Danielle Geneviève Solange Odette Colette Mireille Delphine Audrey Émilie Clémence Juliette Mathilde Noémie
Antonio José Manuel Francisco Juan David Javier Jesús Carlos Alejandro Miguel Rafael Pedro Pablo Ángel Sergio Fernando Luis Jorge Alberto
Álvaro Diego Adrián Raúl Enrique Ramón Vicente Iván Rubén Óscar Andrés Joaquín Santiago Eduardo Víctor Roberto Jaime Mario Ignacio Alfonso
Salvador Ricardo Emilio Guillermo Gonzalo Hernán Esteban Rodrigo Mateo Martín Carmen María Ana Isabel Dolores Pilar Teresa Josefa Rosa
Cristina Ángeles Antonia Laura Elena Marta Lucía Mercedes Concepción Luisa Rosario Paula Sara Juana Raquel Beatriz Rocío Patricia Encarnación
Irene Montserrat Silvia Nuria Julia Yolanda Alba Susana Margarita Marina Sonia Amparo Sofía Esther Inés Gabriela Valentina Ximena Camila
Giovanni Giuseppe Mario Luigi Antonio Francesco Salvatore Angelo Vincenzo Pietro Carlo Franco Domenico Bruno Paolo Michele Giorgio Aldo
Luciano Roberto Marco Alessandro Andrea Matteo Lorenzo Davide Simone Federico Riccardo Stefano Fabio Enzo Giulia Giovanna Francesca Chiara
Sara Martina Valentina Alessia Silvia Elisa Paola Federica Elena Giorgia Ilaria Lucia Rosa Angela Caterina Concetta Milena Rosalia Bianca
João Tiago Rui Nuno Gonçalo Duarte Luís Afonso Vasco Paulo Marcelo Thiago Leonardo Renato Joana Inês Mariana Catarina Matilde Letícia Júlia
Pieter Jan Willem Cornelis Hendrik Johannes Gerrit Joris Bart Maarten Sander Daan Bram Thijs Ruben Sanne Femke Lotte Anouk Marieke Fleur
Erik Lars Anders Johan Mikael Per Nils Björn Gunnar Ole Sven Magnus Olaf Håkon Leif Rasmus Søren Mads Jens Kristian Henrik Mikkel Torben
Astrid Ingrid Sigrid Kirsten Mette Maja Freja Signe Karin Elsa Linnea Agneta Ebba Solveig Marit Liv Ragnhild Gudrun Sigurður Guðrún Ólafur
Katrín Jón Einar Matti Jukka Timo Pekka Antti Mikko Juha Kari Eero Tuomas Aino Päivi Liisa Tuula Sari Kaisa Helmi Veera Riikka
Jan Piotr Andrzej Krzysztof Stanisław Tomasz Paweł Józef Marcin Marek Grzegorz Jerzy Tadeusz Wojciech Łukasz Agnieszka Katarzyna Małgorzata
Ewa Krystyna Magdalena Joanna Zofia Jadwiga Barbara Beata Dorota Jiří Petr Pavel Tomáš Jaroslav Miroslav Zdeněk František Václav Jakub Jana
Eva Hana Věra Alena Lenka Kateřina Zuzana Ludmila Ivana Bohumila László István József János Zoltán Sándor Gábor Ferenc Attila Péter Tamás
Balázs Mária Erzsébet Katalin Ilona Éva Zsuzsanna Margit Judit Ágnes Júlia Ildikó Szilvia Ion Andrei Mihai Alexandru Ștefan Radu Ioana Elena
Bogdan Georgi Dimitar Ivan Nikolay Stoyan Petar Todor Desislava Marko Ivan Luka Ante Josip Stjepan Tomislav Zvonimir Jelena Dragana Milica
Aleksandr Sergey Dmitry Vladimir Alexey Andrey Igor Oleg Yuri Mikhail Nikolai Boris Konstantin Maxim Svetlana Olga Tatiana Natalia Irina
Ekaterina Galina Lyudmila Nadezhda Anastasia Oksana Oleksandr Volodymyr Mykola Taras Bohdan Georgios Dimitrios Konstantinos Ioannis Nikolaos
Panagiotis Vasilis Christos Eleni Katerina Sofia Despina Mehmet Mustafa Ahmet Ali Hüseyin Hasan İbrahim Osman Murat Emre Fatma Ayşe Emine
Zeynep Elif Meryem Mohammed Muhammad Ahmed Ali Omar Hassan Hussein Khalid Ibrahim Youssef Abdullah Karim Tariq Samir Rashid Bilal Fatima
Aisha Khadija Zainab Leila Amina Noor Yasmin Salma Huda Rania Hiroshi Takashi Kenji Satoshi Akira Kazuo Yuki Haruto Takumi Ryo Makoto Daisuke
Yoko Keiko Sakura Hana Yumi Naoko Akiko Michiko Emiko Wei Jing Li Ming Hui Xiao Jun Lei Fang Yan Ying Ping Hong Chen Mei Jian Qiang Feng
Min-jun Seo-yeon Ji-hoon Hyun Sung Jin Nguyen Thi Linh Minh Tuan Huong Thanh Raj Rahul Amit Sanjay Vijay Anil Sunil Arjun Rohan Vikram Ravi
Suresh Deepak Priya Anjali Pooja Neha Sunita Kavita Lakshmi Meera Divya Shreya Aditi Ananya Kwame Kofi Ama Chidi Emeka Ngozi Amara Oluwaseun
Thabo Sipho Nomsa Zanele Abebe Tadesse Moses Blessing Chipo Tendai Mohamed Amadou Fatou Mamadou Ousmane Awa Sekou Aminata David Yael Noa Moshe
Avi Shlomo Rivka Eitan Tamar Ben Tom Tim Jim Bill Bob Dave Mike Steve Chris Matt Dan Sam Max Alex Nick Tony Greg Jeff Ken Ron Don Ray Kate
Liz Sue Meg Jen Beth Kim Pam Barb Deb Jill Lynn Gwen Ivy Ruby Daisy Molly Lucy Ella Zoe Ava Chloe Lily Freya Isla Archie Alfie Freddie Theo
`);

export const FAMILY_NAMES = list(`
Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson Thomas Taylor Moore Jackson
Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker Young Allen King Wright Scott Torres Nguyen Hill Flores
Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts Gomez Phillips Evans Turner Diaz Parker Cruz Edwards Collins Reyes
Stewart Morris Morales Murphy Cook Rogers Gutierrez Ortiz Morgan Cooper Peterson Bailey Reed Kelly Howard Ramos Kim Cox Ward Richardson
Watson Brooks Chavez Wood James Bennett Gray Mendoza Ruiz Hughes Price Alvarez Castillo Sanders Patel Myers Long Ross Foster Jimenez Powell
Jenkins Perry Russell Sullivan Bell Coleman Butler Henderson Barnes Fisher Vasquez Simmons Graham Murray Ford Hamilton Wallace Hunter
Hicks Crawford Boyd Mason Kennedy Warren Dixon Hunt Burns Gordon Shaw Holmes Rice Robertson Hoffman Knight Palmer Weaver Carroll Hart
Cunningham Bradley Lane Andrews Ruiz Harper Fox Riley Armstrong Carpenter Greene Lawrence Elliott Chapman Austin Sims Peters Kelley Franklin
Lawson Fields Carr Duncan Harvey Wheeler Dunn Lynch Bishop Montgomery Larson Hudson Stephens Porter Fuller Webster Pearson MacDonald McCarthy
O'Brien O'Connor O'Neill Byrne Walsh Doyle Fitzgerald Gallagher Ferguson Sinclair Buchanan Drummond Mackenzie Barlow Whitaker Thornton
Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz
Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Krause Meier Lehmann Schmid Schulze Maier Köhler Herrmann König Walter Mayer
Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel Friedrich Keller Günther Frank Berger Winkler Roth Beck Lorenz
Baumann Franke Albrecht Schuster Simon Ludwig Böhm Winter Kraus Martin Schumacher Krämer Vogt Stein Jäger Otto Sommer Groß Seidel Heinrich
Brandt Haas Schreiber Graf Dietrich Ziegler Kuhn Kühn Pohl Engel Horn Busch Bergmann Voigt Sauer Arnold Wolff Pfeiffer Gruber Steiner Moser
Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefebvre Michel Garcia David Bertrand Roux Vincent
Fournier Morel Girard André Lefèvre Mercier Dupont Lambert Bonnet François Martinez Legrand Garnier Faure Rousseau Blanc Guérin Muller Henry
Roussel Nicolas Perrin Morin Mathieu Clément Gauthier Dumont Lopez Fontaine Chevalier Robin Masson Sanchez Gérard Nguyen Boyer Denis Lemaire
Duval Joly Gautier Roger Roche Roy Noël Meyer Lucas Meunier Jean Perez Marchand Dufour Blanchard Marie Barbier Brun Dumas Brunet Schmitt
Leroux Colas Renard Arnaud Rolland Caron Aubert Giraud Leclerc Vidal Bourgeois Renaud Lemoine Picard Gaillard Philippe Leclercq Lacroix Fabre
García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz Moreno Muñoz Álvarez Romero Alonso
Gutiérrez Navarro Torres Domínguez Vázquez Ramos Gil Ramírez Serrano Blanco Molina Morales Suárez Ortega Delgado Castro Ortiz Rubio Marín
Sanz Núñez Iglesias Medina Garrido Cortés Castillo Santos Lozano Guerrero Cano Prieto Méndez Cruz Calvo Gallego Vidal León Márquez Herrera
Peña Flores Cabrera Campos Vega Fuentes Carrasco Diez Caballero Reyes Nieto Aguilar Pascual Santana Herrero Lorenzo Montero Hidalgo Giménez
Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti Costa Giordano Mancini Rizzo Lombardi Moretti
Barbieri Fontana Santoro Mariani Rinaldi Caruso Ferrara Galli Martini Leone Longo Gentile Martinelli Vitale Coppola Serra Fabbri Villa
Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Jesus Sousa Fernandes Gonçalves Gomes Lopes Marques Alves Almeida Ribeiro
Pinto Carvalho Teixeira Moreira Correia Mendes Nunes Soares Vieira Monteiro Cardoso Rocha Barbosa Araújo Cavalcanti Azevedo
Jansen Visser Bakker Smit Meijer Mulder Bos Vos Peters Hendriks Dekker Brouwer Dijkstra Smits Kok Jacobs Vermeulen Wouters Claes Maes
Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Pettersson Jonsson Lindberg Lindström Berg Holm
Hansen Johansen Olsen Larsen Andersen Pedersen Nielsen Kristensen Jensen Rasmussen Sørensen Christensen Møller Korhonen Virtanen Mäkinen
Nieminen Mäkelä Hämäläinen Laine Heikkinen Koskinen Järvinen Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński
Szymański Woźniak Novák Svoboda Novotný Dvořák Černý Procházka Kučera Veselý Horák Nagy Kovács Tóth Szabó Horváth Varga Kiss Molnár Németh
Farkas Balogh Papp Takács Juhász Popescu Ionescu Popa Radu Dumitru Stoica Ivanov Petrov Sidorov Smirnov Kuznetsov Popov Vasiliev Sokolov
Mikhailov Novikov Fedorov Morozov Volkov Lebedev Kozlov Shevchenko Kovalenko Bondarenko Tkachenko Kravchenko Horvat Kovačević Babić Marić
Novak Krajnc Papadopoulos Georgiou Nikolaidis Dimitriou Yılmaz Kaya Demir Çelik Şahin Yıldız Öztürk Aydın Arslan Hassan Khan Ahmed Ali
Hussain Malik Sheikh Abbas Mahmoud Saleh Haddad Nasser Mansour Farouk Aziz Rahman Singh Kumar Sharma Gupta Patel Shah Mehta Reddy Iyer Nair
Chopra Kapoor Verma Joshi Desai Banerjee Mukherjee Das Rao Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo Lin Luo
Sato Suzuki Takahashi Tanaka Watanabe Ito Yamamoto Nakamura Kobayashi Kato Yoshida Yamada Sasaki Matsumoto Inoue Kimura Hayashi Shimizu Park
Choi Jung Kang Cho Yoon Jang Lim Tran Le Pham Hoang Phan Vu Dang Bui Do Okafor Adeyemi Mensah Owusu Nkosi Dlamini Mwangi Otieno Diallo Traoré
Keita Cohen Levy Mizrahi Peretz Friedman Goldberg Rosenberg Katz Shapiro Bernstein
`);
